import type { Translator } from '@/lib/i18n/translate'
import { Pictogram } from './pictogram'

/** Before and after, with the position between them. Nothing when all rows fit on one page. */
export function Pagination({
  t,
  page,
  pages,
  hrefOf,
}: {
  t: Translator
  page: number
  pages: number
  hrefOf: (page: number) => string
}) {
  if (pages <= 1) return null
  return (
    <nav className="row" aria-label={t('common.pages')}>
      {page > 1 ? (
        <a className="btn alt" href={hrefOf(page - 1)} rel="prev">
          <Pictogram name="prev" size="text" /> {t('common.previous_page')}
        </a>
      ) : null}
      <span className="mute">{t('common.page_of', { page, pages })}</span>
      {page < pages ? (
        <a className="btn alt" href={hrefOf(page + 1)} rel="next">
          {t('common.next_page')} <Pictogram name="next" size="text" />
        </a>
      ) : null}
    </nav>
  )
}
