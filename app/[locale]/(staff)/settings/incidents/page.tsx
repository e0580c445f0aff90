import type { Metadata } from 'next'
import { BreachTable } from '@/components/privacy/breach-table'
import { BackLink } from '@/components/ui/back-link'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { readBreaches } from '@/lib/usecases/privacy/breaches'

type Props = PageProps<'/[locale]/settings/incidents'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('privacy.incidents_title') }
}

/** The register of incidents with personal data, and what of it is due next. */
export default async function IncidentsPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/settings/incidents`
  const grant = await requireGrant('breach.report', { locale, returnTo: here })
  const rows = await readBreaches(grant)
  const t = translatorFor(locale)
  return (
    <>
      <BackLink href={`/${locale}/settings`}>{t('settings.heading')}</BackLink>
      <PageTitle
        title={t('privacy.incidents_title')}
        about={t('privacy.incidents_lead')}
        acts={<LinkButton href={`${here}/new`}>{t('privacy.incident_new')}</LinkButton>}
      />
      {rows.length === 0 ? (
        <EmptyState title={t('privacy.incidents_none')} />
      ) : (
        <BreachTable t={t} rows={rows} at={now()} here={here} />
      )}
    </>
  )
}
