import { Pictogram } from '@/components/ui/pictogram'
import type { CaseFile, CaseFileEvidence } from '@/lib/domain/case-file'
import { FILE_FORMATS } from '@/lib/domain/files/formats'
import { formatDecimal, formatInstant } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { codeWord, partialDate } from './words'

const PICTURES = { image: 'photo', document: 'contract', audio: 'mic', video: 'camera' } as const

/** The files of a case, to save; nothing of them is shown here, because a file that is opened in a page can do more than be read. */
export function CaseFiles({ t, file, address }: { t: Translator; file: CaseFile; address: string }) {
  return (
    <section className="block" id="files">
      <h2>{t('cases.files_heading')}</h2>
      {file.files.length === 0 ? (
        <p className="mute">{t('cases.files_empty')}</p>
      ) : (
        <>
          <ul className="todo">
            {file.files.map((one) => (
              <FileLine key={one.id} t={t} one={one} href={file.isReadable ? `${address}/files/${one.id}` : null} />
            ))}
          </ul>
          <p className="mute noprint">{t('cases.files_sealed')}</p>
        </>
      )}
    </section>
  )
}

function FileLine({ t, one, href }: { t: Translator; one: CaseFileEvidence; href: string | null }) {
  const kind = codeWord(t, 'file_purpose', one.kind)
  const isGone = one.removedAt !== null
  return (
    <li>
      <Pictogram name={PICTURES[FILE_FORMATS[one.format].family]} size="text" />
      <span>
        <b>{kind}</b>
        <small>{isGone ? t('cases.files_gone') : factsOf(t, one).join(' · ')}</small>
        {isGone || one.removed.length === 0 ? null : (
          <small>{t('cases.files_removed_codes', { list: removedWords(t, one) })}</small>
        )}
        {isGone || href === null ? null : (
          <a className="noprint" href={href} download>
            {t('cases.files_open', { name: one.name ?? kind })}
          </a>
        )}
      </span>
    </li>
  )
}

/** What it is, how large, how long, from when, for what, and who added it when. */
function factsOf(t: Translator, one: CaseFileEvidence): readonly string[] {
  const { family, extension } = FILE_FORMATS[one.format]
  const facts = [
    `${codeWord(t, 'file_family', family)} (${extension.toUpperCase()})`,
    sizeWords(t, one.sizeBytes),
    one.durationSeconds === null ? null : clock(one.durationSeconds),
    one.takenOn === null ? null : t('cases.files_taken_on', { date: partialDate(t, one.takenOn) ?? one.takenOn }),
    one.feeLineId === null ? null : t('cases.files_for_payment'),
    one.addedBy === null
      ? t('cases.files_added_by_worker')
      : t('cases.files_added_by', { name: one.addedBy.displayName }),
    formatInstant(one.addedAt, t.locale),
  ]
  return facts.filter((fact) => fact !== null)
}

function removedWords(t: Translator, one: CaseFileEvidence): string {
  const words = one.removed.map((code) => codeWord(t, 'file_removed', code))
  return new Intl.ListFormat(t.locale, { type: 'conjunction' }).format(words)
}

function sizeWords(t: Translator, bytes: number): string {
  const isSmall = bytes < 1024 * 1024
  const size = bytes / (isSmall ? 1024 : 1024 * 1024)
  return `${formatDecimal(size.toFixed(isSmall ? 0 : 1), t.locale)} ${isSmall ? 'KB' : 'MB'}`
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
