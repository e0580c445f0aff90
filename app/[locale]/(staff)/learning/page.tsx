import type { Metadata } from 'next'
import { LearningFilter } from '@/components/learning/learning-filter'
import { KpiTable } from '@/components/learning/kpi-table'
import { StillCounting } from '@/components/learning/still-counting'
import { RemedyTotals } from '@/components/remedies/remedy-totals'
import { LinkButton } from '@/components/ui/link-button'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { CRITERIA } from '@/lib/domain/learning/kpis'
import { readFilter } from '@/lib/domain/statistics/filter'
import { formatInstant } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { readLearning } from '@/lib/usecases/learning/read-learning'

type Props = PageProps<'/[locale]/learning'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('learning.title') }
}

export default async function LearningPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/learning`
  const grant = await requireGrant('learning.read', { locale, returnTo: here })
  const query = await searchParams
  const { filter, unread } = readFilter(query)
  const asked = typeof query['office'] === 'string' ? query['office'] : null
  const t = translatorFor(locale)
  const learning = await readLearning(grant, { from: filter.from, to: filter.to, office: asked })
  if ('waiting' in learning) {
    const again = new URLSearchParams(
      Object.entries({ from: filter.from, to: filter.to, office: asked }).flatMap(([name, value]) =>
        value === null ? [] : [[name, value]],
      ),
    )
    return <StillCounting t={t} href={`${here}?${again.toString()}`} progress={learning} />
  }
  const { kpis, offices, office, totals, asOf } = learning
  const file = new URLSearchParams({
    ...(filter.from !== null && { from: filter.from }),
    ...(filter.to !== null && { to: filter.to }),
    ...(office !== null && { office }),
    bom: '1',
  })
  return (
    <>
      <PageTitle
        title={t('learning.title')}
        about={t('learning.about')}
        acts={
          <LinkButton href={`/api/v1/learning/export.csv?${file.toString()}`} look="alt">
            {t('learning.take_file')}
          </LinkButton>
        }
      />
      {unread.length > 0 ? <Note>{t('learning.filter_unread')}</Note> : null}
      <LearningFilter t={t} action={here} from={filter.from} to={filter.to} office={office} offices={offices} />
      <Note tone="still">{t('learning.how_counted')}</Note>
      <p className="mute">{t('learning.as_of', { at: formatInstant(asOf, locale) })}</p>
      {CRITERIA.map((criterion) => {
        const own = kpis.filter(({ kpi }) => kpi.criterion === criterion)
        return own.length === 0 ? null : <KpiTable key={criterion} t={t} criterion={criterion} kpis={own} />
      })}
      {grant.actor.role === 'caseworker' ? null : (
        <p>
          <a href={`/${locale}/statistics#recruitment-cost`}>{t('learning.rci_link')}</a>
        </p>
      )}
      {totals === null ? null : (
        <section className="stack" id="totals" aria-labelledby="totals-heading">
          <h2 id="totals-heading">{t('learning.totals_heading')}</h2>
          <p className="mute">{t(totals.length === 0 ? 'learning.totals_none' : 'learning.totals_about')}</p>
          <RemedyTotals t={t} totals={totals} heading={t('learning.totals_heading')} />
        </section>
      )}
    </>
  )
}
