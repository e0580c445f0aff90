import type { Metadata } from 'next'
import { FilterChoices } from '@/components/statistics/workbench/filter-choices'
import { BackLink } from '@/components/ui/back-link'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { listOffices } from '@/lib/data/offices'
import { within } from '@/lib/data/within'
import { readWorkbench, workbenchAddress } from '@/lib/domain/statistics/workbench/address'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'

type Props = PageProps<'/[locale]/statistics/filter'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('statistics.narrow') }
}

/** Every way to narrow a question, on a page of its own: they are too many to stand above the answer. */
export default async function StatisticsFilterPage({ params, searchParams }: Props) {
  const locale = toLocale((await params).locale)
  const workbench = readWorkbench(await searchParams)
  const here = `/${locale}/statistics`
  const kept = workbenchAddress(workbench).toString()
  const grant = await requireGrant('statistics.read', { locale, returnTo: `${here}/filter?${kept}` })
  const offices = await within(grant, listOffices)
  const isOfAll = grant.actor.role === 'administrator'
  const t = translatorFor(locale)
  return (
    <>
      <PageTitle title={t('statistics.narrow_heading')} />
      <FilterChoices
        t={t}
        action={here}
        workbench={workbench}
        offices={offices.filter(({ id }) => isOfAll || id === grant.actor.officeId)}
      />
      <BackLink href={`${here}?${kept}`}>{t('statistics.back_to_statistics')}</BackLink>
    </>
  )
}
