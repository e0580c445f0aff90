import type { FileView } from '@/lib/domain/files/upload'
import type { Translator } from '@/lib/i18n/translator'
import { fileSaidText, lengthText, purposeText, sizeText } from './file-words'

/** The files of a report to look over before it is sent, with what is not there and why. */
export function CheckFiles({ t, files, href }: { t: Translator; files: readonly FileView[]; href: string }) {
  return (
    <>
      {files.length === 0 ? (
        <p className="mute">{t('files.check_none')}</p>
      ) : (
        <ul>
          {files.map(({ id, purpose, state, refusal, bytes, durationSeconds }) => (
            <li key={id}>
              {purposeText(t, purpose)}{' '}
              <span className="mute">
                {durationSeconds === null ? sizeText(t, bytes) : lengthText(durationSeconds)}
              </span>
              {refusal === null ? null : <span className="err">{fileSaidText(t, refusal)}</span>}
              {state === 'receiving' ? <span className="err">{t('files.not_finished')}</span> : null}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={href}>{files.length === 0 ? t('files.door') : t('common.change')}</a>
      </p>
    </>
  )
}
