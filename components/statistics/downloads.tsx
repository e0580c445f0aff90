import type { Translator } from '@/lib/i18n/translate'

const FILES = [
  ['csv', 'csv', ''],
  ['csv_bom', 'csv', 'bom=1'],
  ['csv_hxl', 'csv', 'hxl=1'],
  ['xlsx', 'xlsx', ''],
  ['json', 'json', ''],
  ['jsonstat', 'jsonstat', ''],
  ['metadata', 'metadata.json', ''],
] as const

/** The numbers of the page as files. `question`: its address; `schedulesHref`: where files are made regularly, for administrators, who may also ask for records. */
export function Downloads({
  t,
  question,
  schedulesHref,
}: {
  t: Translator
  question: string
  schedulesHref: string | null
}) {
  const href = (ending: string, more: string) =>
    `/api/v1/statistics/releases.${ending}?${[question, `lang=${t.locale}`, more].filter(Boolean).join('&')}`
  return (
    <section className="stack noprint" aria-labelledby="downloads">
      <h2 id="downloads">{t('statistics.downloads')}</h2>
      <ul className="row">
        {FILES.map(([name, ending, more]) => (
          <li key={name}>
            <a href={href(ending, more)}>{t(`statistics.download_${name}`)}</a>
          </li>
        ))}
      </ul>
      <p className="hint">{t('statistics.downloads_note')}</p>
      <p>
        <a href={`/${t.locale}/data`}>{t('statistics.public_pages')}</a>
      </p>
      <p>
        <a href={`/${t.locale}/statistics/organisations`}>{t('statistics.organisations_title')}</a>
      </p>
      {schedulesHref === null ? null : (
        <>
          <p>
            <a href={`${schedulesHref}?${question}`}>{t('statistics.download_regularly')}</a>
          </p>
          <p>
            <a href={`/${t.locale}/statistics/microdata`}>{t('statistics.microdata_title')}</a>
          </p>
        </>
      )}
    </section>
  )
}
