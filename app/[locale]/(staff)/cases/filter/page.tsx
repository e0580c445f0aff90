import type { Metadata } from 'next'
import { QueueFilters } from '@/components/case/queue-filters'
import { BackLink } from '@/components/ui/back-link'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { listLabels } from '@/lib/data/case-labels'
import { listCaseworkers } from '@/lib/data/staff'
import { within } from '@/lib/data/within'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { queueHref, readQueueQuery } from '@/lib/schemas/case/queue-query'

type Props = PageProps<'/[locale]/cases/filter'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('cases.filters') }
}

/** The filters of the queue on a page of their own: on a phone they do not fit above it. */
export default async function FilterPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const { query } = readQueueQuery(await searchParams)
  const grant = await requireGrant('case.list', { locale, returnTo: `/${locale}/cases/filter` })
  const { officers, labels } = await within(grant, async (on) => ({
    officers: await listCaseworkers(on),
    labels: await listLabels(on),
  }))
  const t = translatorFor(locale)
  return (
    <>
      <PageTitle title={t('cases.filters_heading')} />
      <QueueFilters t={t} query={query} officers={officers} labels={labels} isPage />
      <BackLink href={queueHref(locale, query, {})}>{t('cases.back_to_cases')}</BackLink>
    </>
  )
}
