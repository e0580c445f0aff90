import { ActionForm } from '@/components/form/action-form'
import { SubmitButton } from '@/components/form/submit-button'
import { Pictogram } from '@/components/ui/pictogram'
import { isVoice } from '@/lib/domain/files/purposes'
import type { FileView } from '@/lib/domain/files/upload'
import type { FormAction } from '@/lib/http/form-state'
import { formatDay } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translator'
import { fileSaidText, lengthText, purposeText, removedText, sizeText } from './file-words'

/** One file as its worker sees it: what it is, how long or large, what we took out of it, or why it is not kept. */
export function FileRow({
  t,
  file,
  href,
  remove,
}: {
  t: Translator
  file: FileView
  /** Where it can be saved from; undefined while it cannot. */
  href: string | undefined
  remove: FormAction
}) {
  const { purpose, state, refusal, durationSeconds, name } = file
  const about = [
    name,
    durationSeconds === null ? sizeText(t, file.bytes) : lengthText(durationSeconds),
    file.takenOn === null ? null : t('files.taken_on', { day: formatDay(file.takenOn, t.locale) }),
    ...file.removed.map((code) => removedText(t, code)),
  ].filter((part) => part !== null)
  return (
    <li className={state === 'refused' ? 'file bad' : 'file'} data-file={file.id}>
      <Pictogram name={isVoice(purpose) ? 'mic' : 'camera'} />
      <span>
        <b>{href === undefined ? purposeText(t, purpose) : <a href={href}>{purposeText(t, purpose)}</a>}</b>{' '}
        <span className="mute">{about.join(' · ')}</span>
        {refusal === null ? null : <span className="err">{fileSaidText(t, refusal)}</span>}
        {state === 'receiving' ? <span className="err">{t('files.not_finished')}</span> : null}
      </span>
      <ActionForm locale={t.locale} action={remove} className="row">
        <SubmitButton look="bare">
          {t('files.remove')} <span className="vh">{purposeText(t, purpose)}</span>
        </SubmitButton>
      </ActionForm>
    </li>
  )
}
