import { languageWord } from '@/components/case/words'
import type { Translator } from '@/lib/i18n/translate'

type PackFile = { readonly id: string; readonly format: string; readonly language: string; readonly sha256: string }

/** The files of the pack and those of the case that were agreed to, to take along; what went out can be taken again. */
export function PackPart({
  t,
  isOutside,
  pack,
  address,
  files,
  caseAddress,
}: {
  t: Translator
  isOutside: boolean
  pack: readonly PackFile[]
  address: string
  files: readonly { readonly id: string; readonly name: string }[]
  caseAddress: string
}) {
  return (
    <section className="block" id="pack">
      <h2>{t('referrals.pack_heading')}</h2>
      <p>{t('referrals.pack_lead')}</p>
      {pack.length === 0 ? <p className="mute">{t('referrals.pack_none')}</p> : null}
      <ul>
        {pack.map((file) => (
          <li key={file.id}>
            <a href={`${address}/pack/${file.id}`}>
              {file.format === 'json'
                ? t('referrals.pack_file_json')
                : t('referrals.pack_file_pdf', { language: languageWord(t, file.language) })}
            </a>
            <br />
            <small className="mute code">{t('referrals.pack_hash', { hash: `${file.sha256.slice(0, 16)}…` })}</small>
          </li>
        ))}
        {isOutside && pack.length > 0
          ? files.map((file) => (
              <li key={file.id}>
                <a href={`${caseAddress}/files/${file.id}`}>{t('referrals.file_item', { name: file.name })}</a>
              </li>
            ))
          : null}
      </ul>
    </section>
  )
}
