import type { Metadata } from 'next'
import { OldSources } from '../old-sources'
import { StatisticsView } from '@/components/statistics/statistics-view'
import { requireGrant } from '@/lib/access/door'
import { filterQuery, readFilter } from '@/lib/domain/statistics/filter'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { readStatistics } from '@/lib/usecases/read-statistics'

type Props = PageProps<'/[locale]/statistics'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('statistics.title') }
}

export default async function StatisticsPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const { filter, unread } = readFilter(await searchParams)
  const query = filterQuery(filter).toString()
  const here = `/${locale}/statistics`
  const grant = await requireGrant('statistics.read', { locale, returnTo: query === '' ? here : `${here}?${query}` })
  const statistics = await readStatistics(grant, filter)
  const t = translatorFor(locale)
  return (
    <>
      {grant.actor.role === 'administrator' ? <OldSources t={t} actor={grant.actor} /> : null}
      <StatisticsView
        t={t}
        statistics={statistics}
        filter={filter}
        isFilterUnread={unread.length > 0}
        isOfOneOffice={grant.actor.role !== 'administrator'}
        action={here}
        madeAt={now()}
      />
    </>
  )
}
