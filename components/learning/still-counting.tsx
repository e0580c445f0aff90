import { PageTitle } from '@/components/ui/page-title'
import { formatCount } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** While there are no figures to show: how far they are counted. The page asks again by itself, without scripts. */
export function StillCounting({
  t,
  href,
  progress: { waiting, known },
}: {
  t: Translator
  href: string
  progress: { readonly waiting: number; readonly known: number }
}) {
  const done = Math.max(0, known - waiting)
  const count = (value: number) => formatCount(value, t.locale)
  return (
    <>
      <meta httpEquiv="refresh" content={`2;url=${href}`} />
      <PageTitle title={t('learning.title')} about={t('learning.counting')} />
      <div className="stack narrow" role="status">
        <p>{t('learning.counting_done', { done: count(done), known: count(known) })}</p>
        <progress aria-label={t('learning.counting')} value={done} max={Math.max(known, 1)} />
        <p>
          <a href={href}>{t('learning.counting_again')}</a>
        </p>
      </div>
    </>
  )
}
