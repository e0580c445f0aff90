import { Pictogram } from '@/components/ui/pictogram'
import { Player, ShownPicture } from '@/components/ui/shown-file'
import type { CaseFile, CaseFileEvidence } from '@/lib/domain/case-file'
import { FILE_FORMATS } from '@/lib/domain/files/formats'
import type { Translator } from '@/lib/i18n/translate'
import { fileFacts, removedWords } from './file-facts'
import { codeWord } from './words'

const PICTURES = { image: 'photo', document: 'contract', audio: 'mic', video: 'camera' } as const

/**
 * The files of a case: a picture drawn anew and small, a player for sound, the rest by its name to save. A file that is opened in a
 * page can do more than be read, so that none is.
 */
export function CaseFiles({
  t,
  file,
  address,
  hasScanner,
}: {
  t: Translator
  file: CaseFile
  address: string
  hasScanner: boolean
}) {
  return (
    <section className="block" id="files">
      <h2>{t('cases.files_heading')}</h2>
      {file.files.length === 0 ? (
        <p className="mute">{t('cases.files_empty')}</p>
      ) : (
        <>
          <ul className="todo">
            {file.files.map((one) => (
              <FileLine
                key={one.id}
                t={t}
                one={one}
                address={file.isReadable ? address : null}
                hasScanner={hasScanner}
              />
            ))}
          </ul>
          <p className="mute noprint">
            {t('cases.files_safe')} {hasScanner ? null : t('cases.files_no_scanner')}
          </p>
        </>
      )}
    </section>
  )
}

function FileLine({
  t,
  one,
  address,
  hasScanner,
}: {
  t: Translator
  one: CaseFileEvidence
  address: string | null
  hasScanner: boolean
}) {
  const kind = codeWord(t, 'file_purpose', one.kind)
  const isGone = one.removedAt !== null
  return (
    <li>
      <Pictogram name={PICTURES[FILE_FORMATS[one.format].family]} size="text" />
      <span>
        <b>{kind}</b>
        <small>{isGone ? t('cases.files_gone') : fileFacts(t, one).join(' · ')}</small>
        {isGone || one.removed.length === 0 ? null : (
          <small>{t('cases.files_removed_codes', { list: removedWords(t, one) })}</small>
        )}
        {isGone || one.scan === 'clean' ? null : one.scan === 'found' ? (
          <small>{t('cases.files_harmful')}</small>
        ) : hasScanner ? (
          <small>{t('cases.files_not_scanned')}</small>
        ) : null}
        {isGone || address === null || one.scan === 'found' ? null : (
          <FileShown t={t} one={one} kind={kind} address={address} />
        )}
      </span>
    </li>
  )
}

function FileShown({ t, one, kind, address }: { t: Translator; one: CaseFileEvidence; kind: string; address: string }) {
  const { family } = FILE_FORMATS[one.format]
  const name = one.name ?? kind
  const look = `${address}/evidence/${one.id}`
  return (
    <>
      {family === 'image' ? (
        <a className="shown noprint" href={look}>
          <ShownPicture src={`${address}/files/${one.id}/preview`} alt={t('cases.files_preview_alt', { kind })} />
        </a>
      ) : null}
      {family === 'audio' ? (
        <Player src={`${address}/files/${one.id}/sound`} label={t('cases.files_listen', { kind })} />
      ) : null}
      <span className="acts-line noprint">
        {family === 'image' || one.format === 'pdf' ? <a href={look}>{t('cases.files_look', { name })}</a> : null}
        <a href={`${address}/files/${one.id}`} download>
          {t('cases.files_open', { name })}
        </a>
      </span>
    </>
  )
}
