import { languageWord } from '@/components/case/words'
import { Note } from '@/components/ui/note'
import { goesAlong } from '@/lib/domain/referral/data-items'
import type { Translator } from '@/lib/i18n/translate'

type PackFile = { readonly id: string; readonly format: string; readonly language: string; readonly sha256: string }

/** The files of the pack and those of the case that were agreed to, to take along while the yes holds; later, what they were. */
export function PackPart({
  t,
  isOutside,
  pack,
  mayTake,
  address,
  files,
  hasScanner,
  caseAddress,
}: {
  t: Translator
  isOutside: boolean
  pack: readonly PackFile[]
  mayTake: boolean
  address: string
  files: readonly { readonly id: string; readonly name: string; readonly scan: 'clean' | 'found' | null }[]
  hasScanner: boolean
  caseAddress: string
}) {
  const going = files.filter(({ scan }) => goesAlong(scan, hasScanner))
  const left = files.filter((file) => !going.includes(file))
  return (
    <section className="block" id="pack">
      <h2>{t('referrals.pack_heading')}</h2>
      <p>{t('referrals.pack_lead')}</p>
      {files.length > 0 && !hasScanner ? <Note tone="still">{t('referrals.pack_no_scanner')}</Note> : null}
      {left.length === 0 ? null : (
        <Note tone="care">
          {t('referrals.pack_left_out')}
          <ul>
            {left.map(({ id, name, scan }) => (
              <li key={id}>
                {t(scan === 'found' ? 'referrals.pack_left_harmful' : 'referrals.pack_left_unscanned', { name })}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {pack.length === 0 ? <p className="mute">{t('referrals.pack_none')}</p> : null}
      {pack.length > 0 && !mayTake ? <Note tone="still">{t('referrals.pack_closed')}</Note> : null}
      <ul className="linklist">
        {pack.map((file) => (
          <li key={file.id}>
            {mayTake ? <a href={`${address}/pack/${file.id}`}>{fileWord(t, file)}</a> : fileWord(t, file)}
            <br />
            <small className="mute code">{t('referrals.pack_hash', { hash: `${file.sha256.slice(0, 16)}…` })}</small>
          </li>
        ))}
        {isOutside && mayTake && pack.length > 0
          ? going.map((file) => (
              <li key={file.id}>
                <a href={`${caseAddress}/files/${file.id}`}>{t('referrals.file_item', { name: file.name })}</a>
              </li>
            ))
          : null}
      </ul>
    </section>
  )
}

function fileWord(t: Translator, { format, language }: PackFile): string {
  return format === 'json'
    ? t('referrals.pack_file_json')
    : t('referrals.pack_file_pdf', { language: languageWord(t, language) })
}
