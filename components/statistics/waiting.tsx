import { PageTitle } from '@/components/ui/page-title'
import { formatCount } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/**
 * While an answer is not there yet: how far it is, and the page asks again by itself, without scripts. `href` is what it asks.
 */
export function Waiting({
  t,
  href,
  progress,
}: {
  t: Translator
  href: string
  /** Reports read of all; null when it is the question itself that takes long. */
  progress: { readonly done: number; readonly total: number } | null
}) {
  const count = (value: number) => formatCount(value, t.locale)
  return (
    <>
      <meta httpEquiv="refresh" content={`2;url=${href}`} />
      <PageTitle title={t('statistics.loading_title')} />
      <div className="stack narrow" role="status">
        {progress === null ? (
          <p>{t('statistics.loading_big')}</p>
        ) : progress.total === 0 ? (
          <p>{t('statistics.loading_begun')}</p>
        ) : (
          <p>{t('statistics.loading_done', { done: count(progress.done), total: count(progress.total) })}</p>
        )}
        {progress === null || progress.total === 0 ? (
          <progress aria-label={t('statistics.loading_title')} />
        ) : (
          <progress aria-label={t('statistics.loading_title')} value={progress.done} max={progress.total} />
        )}
        <p>
          <a href={href}>{t('statistics.loading_again')}</a>
        </p>
      </div>
    </>
  )
}
