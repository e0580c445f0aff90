import type { Metadata } from 'next'
import { StaffTable } from '@/components/settings/staff-table'
import { standingOf } from '@/components/settings/standing'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { LinkButton } from '@/components/ui/link-button'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { listStaffAccounts } from '@/lib/data/staff-accounts'
import { within } from '@/lib/data/within'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'

type Props = PageProps<'/[locale]/settings/users'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.users_title') }
}

export default async function UsersPage({ params }: Props) {
  const locale = toLocale((await params).locale)
  const here = `/${locale}/settings/users`
  const grant = await requireGrant('staff.manage', { locale, returnTo: here })
  const accounts = await within(grant, (on) => listStaffAccounts(on, now()))
  const t = translatorFor(locale)
  const active = accounts.filter((account) => standingOf(account) === 'active').length
  return (
    <>
      <Breadcrumbs
        trail={[{ href: `/${locale}/settings`, name: t('settings.title') }]}
        here={t('settings.users_title')}
      />
      <PageTitle
        title={t('settings.users_heading', { count: active })}
        about={t('settings.users_about')}
        acts={<LinkButton href={`${here}/invite`}>{t('settings.invite')}</LinkButton>}
      />
      <StaffTable
        t={t}
        rows={accounts.map((account) => ({
          ...account,
          href: `${here}/${account.id}`,
          standing: standingOf(account),
          isYou: account.id === grant.actor.id,
        }))}
      />
    </>
  )
}
