import { notHere } from '@/lib/access/not-here'
import type { Metadata } from 'next'
import { PersonForms } from '@/components/settings/person-forms'
import { standingOf } from '@/components/settings/standing'
import { Breadcrumbs } from '@/components/ui/breadcrumbs'
import { Note } from '@/components/ui/note'
import { PageTitle } from '@/components/ui/page-title'
import { requireGrant } from '@/lib/access/door'
import { requireStepUp } from '@/lib/access/step-up'
import { findStaffAccount } from '@/lib/data/staff-accounts'
import { within } from '@/lib/data/within'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { staffIdSchema } from '@/lib/schemas/settings/change-staff'
import {
  changeStaffRoleAction,
  disableStaffAction,
  enableStaffAction,
  endStaffSessionsAction,
  renewInvitationAction,
} from './actions'

type Props = PageProps<'/[locale]/settings/users/[staffId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translatorFor(toLocale((await params).locale))('settings.person') }
}

export default async function PersonPage({ params, searchParams }: Props) {
  const { locale: asked, staffId } = await params
  const { done } = await searchParams
  const locale = toLocale(asked)
  const users = `/${locale}/settings/users`
  const id = staffIdSchema.safeParse(staffId)
  const grant = await requireGrant('staff.manage', { locale, returnTo: users })
  await requireStepUp(grant, { locale, returnTo: `${users}/${staffId}` })
  const account = id.success ? await within(grant, (on) => findStaffAccount(on, id.data, now())) : null
  if (!account) notHere(locale)
  const t = translatorFor(locale)
  const doneKey = `settings.done_${String(done)}`
  return (
    <>
      <Breadcrumbs
        trail={[
          { href: `/${locale}/settings`, name: t('settings.title') },
          { href: users, name: t('settings.users_title') },
        ]}
        here={account.displayName}
      />
      <PageTitle
        title={account.displayName}
        about={`${account.email} · ${t(`codes.staff_role.${account.role}`)} · ${t(`settings.standing_${standingOf(account)}`)}`}
      />
      {t.has(doneKey) ? (
        <Note tone="ok" announced>
          {t(doneKey)}
        </Note>
      ) : null}
      <PersonForms
        locale={locale}
        account={account}
        isYou={account.id === grant.actor.id}
        changeRole={changeStaffRoleAction.bind(null, locale, account.id)}
        renewLink={renewInvitationAction.bind(null, locale, account.id)}
        disable={disableStaffAction.bind(null, locale, account.id)}
        enable={enableStaffAction.bind(null, locale, account.id)}
        signOut={endStaffSessionsAction.bind(null, locale, account.id)}
      />
    </>
  )
}
