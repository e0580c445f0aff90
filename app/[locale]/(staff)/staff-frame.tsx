import type { ReactNode } from 'react'
import { IdleWarning } from '@/components/account/idle-warning'
import { StaffShell, type Room } from '@/components/ui/staff-shell'
import { currentSession } from '@/lib/access/door'
import { grantStaff, type StaffActor } from '@/lib/access/grant'
import { roleMay } from '@/lib/access/policy'
import { findOffice } from '@/lib/data/offices'
import { countOwnUnread, UNREAD_LIMIT } from '@/lib/data/own-notices'
import { within } from '@/lib/data/within'
import type { Locale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { signOutAction } from './sign-out/actions'
import { staySignedInAction } from './sign-in/actions'

export type RoomName =
  | 'cases'
  | 'referrals'
  | 'groups'
  | 'parties'
  | 'notices'
  | 'statistics'
  | 'posters'
  | 'settings'
  | 'learning'

/** The rail around every room of the staff. It protects nothing: each page asks the door itself. */
export async function StaffFrame({ locale, room, children }: { locale: Locale; room: RoomName; children: ReactNode }) {
  const session = await currentSession()
  if (!session) return children
  const { actor, idleMinutes } = session
  const t = translatorFor(locale)
  return (
    <StaffShell
      t={t}
      rooms={roomsOf(actor, locale, await unreadOf(actor))}
      current={`/${locale}/${room}`}
      person={actor.displayName}
      office={await officeName(actor)}
      signOut={
        <form action={signOutAction.bind(null, locale)}>
          <button>{t('common.sign_out')}</button>
        </form>
      }
    >
      {children}
      <IdleWarning
        minutes={idleMinutes}
        stay={staySignedInAction}
        words={{ heading: t('account.idle_heading'), lead: t('account.idle_lead'), stay: t('account.idle_stay') }}
      />
    </StaffShell>
  )
}

function roomsOf(actor: StaffActor, locale: Locale, unread: number): Room[] {
  const t = translatorFor(locale)
  const count = unread > UNREAD_LIMIT ? `${UNREAD_LIMIT}+` : unread
  return [
    ...(roleMay(actor.role, 'case.list') ? [{ href: `/${locale}/cases`, name: t('cases.room_cases') }] : []),
    ...(roleMay(actor.role, 'share.read') ? [{ href: `/${locale}/referrals`, name: t('referrals.room') }] : []),
    ...(roleMay(actor.role, 'group.manage') ? [{ href: `/${locale}/groups`, name: t('cases.groups_title') }] : []),
    ...(roleMay(actor.role, 'party.read') ? [{ href: `/${locale}/parties`, name: t('parties.room') }] : []),
    ...(roleMay(actor.role, 'notice.own')
      ? [{ href: `/${locale}/notices`, name: t('notices.room'), isBell: true, ...(unread > 0 ? { count } : {}) }]
      : []),
    ...(roleMay(actor.role, 'statistics.read')
      ? [{ href: `/${locale}/statistics`, name: t('cases.room_statistics') }]
      : []),
    ...(roleMay(actor.role, 'learning.read') ? [{ href: `/${locale}/learning`, name: t('learning.title') }] : []),
    ...(roleMay(actor.role, 'poster.make') ? [{ href: `/${locale}/posters`, name: t('cases.room_posters') }] : []),
    ...(roleMay(actor.role, 'source.read') ? [{ href: `/${locale}/settings`, name: t('cases.room_settings') }] : []),
  ]
}

async function unreadOf(actor: StaffActor): Promise<number> {
  const grant = grantStaff(actor, 'notice.own')
  return grant ? within(grant, countOwnUnread) : 0
}

async function officeName(actor: StaffActor): Promise<string | undefined> {
  const grant = grantStaff(actor, 'session.own')
  return grant ? (await within(grant, (on) => findOffice(on, actor.officeId)))?.name : undefined
}
