import type { Translator } from '@/lib/i18n/translate'

/** Instead of a public table while the reports are being read: the page asks again by itself, without scripts. */
export function NumbersLoading({ t, href }: { t: Translator; href: string }) {
  return (
    <>
      <meta httpEquiv="refresh" content={`10;url=${href}`} />
      <meta name="robots" content="noindex" />
      <div className="tight" role="status">
        <h1>{t('open_data.loading_title')}</h1>
        <p className="lead">{t('open_data.loading_more')}</p>
        <p>
          <a href={href}>{t('open_data.loading_again')}</a>
        </p>
      </div>
    </>
  )
}
