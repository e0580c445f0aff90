import type { Metadata } from 'next'
import { PageTitle } from '@/components/ui/page-title'
import { Door, Doors } from '@/components/ui/doors'
import { requireGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'

type Props = PageProps<'/[locale]/settings'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.title') }
}

export default async function SettingsPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  await requireGrant('staff.manage', { locale, returnTo: `/${locale}/settings` })
  const t = translatorFor(locale)
  return (
    <>
      <PageTitle title={t('settings.heading')} />
      <Doors label={t('settings.heading')}>
        <Door
          href={`/${locale}/settings/users`}
          pictogram="group"
          name={t('settings.users_door')}
          help={t('settings.users_door_help')}
        />
        <Door
          href={`/${locale}/settings/fee-rules`}
          pictogram="scale"
          name={t('settings.rules_door')}
          help={t('settings.rules_door_help')}
        />
        <Door
          href={`/${locale}/settings/exchange-rates`}
          pictogram="swap"
          name={t('settings.rates_door')}
          help={t('settings.rates_door_help')}
        />
      </Doors>
    </>
  )
}
