import type { Metadata } from 'next'
import { OrganisationTable } from '@/components/statistics/organisations/organisation-table'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { listOrganisations } from '@/lib/usecases/statistics/organisation-releases'

type Props = PageProps<'/[locale]/statistics/organisations'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('statistics.organisations_title') }
}

/** Organisations that enough people reported, and which of them are shown publicly. */
export default async function OrganisationsPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const grant = await requireGrant('organisation.ask', { locale, returnTo: `/${locale}/statistics/organisations` })
  const organisations = await listOrganisations(grant)
  const t = translatorFor(locale)
  return (
    <>
      <BackLink href={`/${locale}/statistics`}>{t('statistics.title')}</BackLink>
      <PageTitle title={t('statistics.organisations_title')} about={t('statistics.organisations_lead')} />
      {organisations.length === 0 ? (
        <EmptyState title={t('statistics.organisations_none')} />
      ) : (
        <OrganisationTable
          t={t}
          rows={organisations.map(({ party: { id, name, country, roles }, reporters, release }) => ({
            id,
            name,
            country,
            roles,
            reporters,
            state: release?.state ?? null,
          }))}
        />
      )}
    </>
  )
}
