import 'server-only'
import { redirect } from 'next/navigation'
import { doorGrant, requireGrant } from '@/lib/access/door'
import { requireStepUp } from '@/lib/access/step-up'
import { ownSessionId } from '@/lib/auth/own-session'
import { toLocale } from '@/lib/i18n/locales'
import type { OwnAccount } from '@/lib/usecases/account/own-account'

/** The page of one's own account. */
export function accountPath(locale: string, part = ''): string {
  return `/${toLocale(locale)}/settings/account${part}`
}

/** The pass to one's own account, in the session that asks. */
export async function ownAccount(locale: string, part = ''): Promise<OwnAccount> {
  const returnTo = accountPath(locale, part)
  const grant = await requireGrant('session.own', { locale: toLocale(locale), returnTo })
  const sessionId = await ownSessionId(grant)
  if (sessionId === null) redirect(`/${toLocale(locale)}/sign-in?next=${encodeURIComponent(returnTo)}`)
  return { grant, door: doorGrant(), sessionId }
}

/** The same, for what asks again who it is. */
export async function provenAccount(locale: string, part = ''): Promise<OwnAccount> {
  const own = await ownAccount(locale, part)
  await requireStepUp(own.grant, { locale: toLocale(locale), returnTo: accountPath(locale, part) })
  return own
}
