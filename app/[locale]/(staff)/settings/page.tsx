import type { Metadata } from 'next'
import { SourcesNotice } from '@/components/settings/sources-notice'
import { PageTitle } from '@/components/ui/page-title'
import { Door, Doors } from '@/components/ui/doors'
import type { PictogramName } from '@/components/ui/pictogram-shapes'
import { requireGrant } from '@/lib/access/door'
import { roleMay, type StaffPermission } from '@/lib/access/policy'
import { toLocale } from '@/lib/i18n/locales'
import type { MessageKey } from '@/lib/i18n/message-key'
import { translatorFor } from '@/lib/i18n/translate'
import { readSources } from '@/lib/usecases/read-sources'

type SettingsDoor = {
  readonly path: string
  readonly permission: StaffPermission
  readonly pictogram: PictogramName
  readonly name: MessageKey
  readonly help: MessageKey
}

const DOORS: readonly SettingsDoor[] = [
  {
    path: 'users',
    permission: 'staff.manage',
    pictogram: 'group',
    name: 'settings.users_door',
    help: 'settings.users_door_help',
  },
  {
    path: 'office-sign-in',
    permission: 'staff.manage',
    pictogram: 'office',
    name: 'account.office_title',
    help: 'account.office_door_help',
  },
  {
    path: 'second-factors',
    permission: 'staff.reset_factor',
    pictogram: 'key',
    name: 'account.factors_title',
    help: 'account.factors_door_help',
  },
  {
    path: 'fee-rules',
    permission: 'fee_rule.manage',
    pictogram: 'scale',
    name: 'settings.rules_door',
    help: 'settings.rules_door_help',
  },
  {
    path: 'exchange-rates',
    permission: 'exchange_rate.manage',
    pictogram: 'swap',
    name: 'settings.rates_door',
    help: 'settings.rates_door_help',
  },
  {
    path: 'legal-rules',
    permission: 'legal_rule.manage',
    pictogram: 'signpost',
    name: 'forums.rules_title',
    help: 'forums.rules_door_help',
  },
  {
    path: 'retention',
    permission: 'retention.manage',
    pictogram: 'clock',
    name: 'privacy.retention_title',
    help: 'privacy.retention_door_help',
  },
  {
    path: 'incidents',
    permission: 'breach.report',
    pictogram: 'alert',
    name: 'privacy.incidents_title',
    help: 'privacy.incidents_door_help',
  },
  {
    path: 'consents',
    permission: 'consent.register',
    pictogram: 'check',
    name: 'privacy.consents_title',
    help: 'privacy.consents_door_help',
  },
  {
    path: 'processing',
    permission: 'processing.read',
    pictogram: 'records',
    name: 'privacy.processing_title',
    help: 'privacy.processing_door_help',
  },
  {
    path: 'floods',
    permission: 'flow.read',
    pictogram: 'alert',
    name: 'settings.floods_title',
    help: 'settings.floods_door_help',
  },
  {
    path: 'jobs',
    permission: 'job.read',
    pictogram: 'bell',
    name: 'jobs.door',
    help: 'jobs.door_help',
  },
  {
    path: 'system',
    permission: 'system.read',
    pictogram: 'info',
    name: 'system.door',
    help: 'system.door_help',
  },
  {
    path: 'labels',
    permission: 'label.manage',
    pictogram: 'group',
    name: 'settings.labels_title',
    help: 'settings.labels_door_help',
  },
  {
    path: 'sources',
    permission: 'source.read',
    pictogram: 'clock',
    name: 'settings.sources_title',
    help: 'settings.sources_door_help',
  },
  {
    path: 'translations',
    permission: 'translation.review',
    pictogram: 'globe',
    name: 'settings.translations_title',
    help: 'settings.translations_door_help',
  },
]

type Props = PageProps<'/[locale]/settings'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.title') }
}

/** The doors of the settings: everything for administrators, sources and translations for supervisors too. */
export default async function SettingsPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const grant = await requireGrant('source.read', { locale, returnTo: `/${locale}/settings` })
  const sources = await readSources(grant)
  const t = translatorFor(locale)
  const doors = DOORS.filter(({ permission }) => roleMay(grant.actor.role, permission))
  return (
    <>
      <PageTitle title={t('settings.heading')} />
      <SourcesNotice t={t} sources={sources} />
      <Doors label={t('settings.heading')}>
        {doors.map(({ path, pictogram, name, help }) => (
          <Door key={path} href={`/${locale}/settings/${path}`} pictogram={pictogram} name={t(name)} help={t(help)} />
        ))}
      </Doors>
    </>
  )
}
