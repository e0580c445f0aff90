import type { Translator } from '@/lib/i18n/translate'

/** Which page of a file is shown, with the ones before and after; nothing for a file of one page. */
export function FilePages({ t, page, pages, look }: { t: Translator; page: number; pages: number; look: string }) {
  if (pages < 2) return null
  return (
    <nav className="row noprint" aria-label={t('common.pages')}>
      {page > 1 ? (
        <a className="btn alt" href={`${look}?page=${page - 1}`} rel="prev">
          {t('cases.files_page_before')}
        </a>
      ) : null}
      <span>{t('cases.files_page', { page, pages })}</span>
      {page < pages ? (
        <a className="btn alt" href={`${look}?page=${page + 1}`} rel="next">
          {t('cases.files_page_after')}
        </a>
      ) : null}
    </nav>
  )
}
