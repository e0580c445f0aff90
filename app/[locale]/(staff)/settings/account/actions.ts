'use server'

import { redirect } from 'next/navigation'
import { askToAdd } from '@/lib/auth/passkeys'
import { findStaffEmail } from '@/lib/data/staff-credentials'
import { within } from '@/lib/data/within'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { endSessionSchema, removePasskeySchema } from '@/lib/schemas/settings/account'
import { madePasskeySchema, passkeyNameSchema } from '@/lib/schemas/staff/passkey-answer'
import { addOwnPasskey, removeOwnPasskey, unlinkOwnIdentity } from '@/lib/usecases/account/change-own-factors'
import { endOtherSessions, endOwnSession } from '@/lib/usecases/account/end-own-sessions'
import { accountPath, ownAccount, provenAccount } from './own-account'

/** Ends one of one's own sessions, on another machine. */
export async function endSessionAction(locale: string, _previous: FormState, data: FormData): Promise<FormState> {
  const own = await ownAccount(locale)
  const form = parseForm(endSessionSchema, data)
  if (!form.ok) return form.state
  await endOwnSession(own, form.value.sessionId)
  redirect(accountPath(locale, '?done=session'))
}

/** Ends all of one's own sessions but this one. */
export async function endOtherSessionsAction(locale: string, _previous: FormState): Promise<FormState> {
  await endOtherSessions(await ownAccount(locale))
  redirect(accountPath(locale, '?done=sessions'))
}

/** What the browser needs to make another passkey. */
export async function askNewPasskeyAction(locale: string) {
  const { grant, door, sessionId } = await provenAccount(locale)
  const { id, displayName } = grant.actor
  return askToAdd(
    { sessionId, staffId: id },
    { email: await within(door, (on) => findStaffEmail(on, id)), displayName },
  )
}

/** Keeps another passkey. Answers with words when it cannot be kept. */
export async function addPasskeyAction(locale: string, answer: unknown, name: string): Promise<string | null> {
  const own = await provenAccount(locale)
  const t = translatorFor(toLocale(locale))
  const made = madePasskeySchema.safeParse(answer)
  const named = passkeyNameSchema.safeParse(name)
  const isAdded =
    made.success &&
    named.success &&
    (await addOwnPasskey(own, made.data, named.data === '' ? t('account.passkey_unnamed') : named.data))
  return isAdded ? redirect(accountPath(locale, '?done=passkey')) : t('account.passkey_failed')
}

/** Removes one of one's own passkeys. */
export async function removePasskeyAction(locale: string, _previous: FormState, data: FormData): Promise<FormState> {
  const own = await provenAccount(locale)
  const form = parseForm(removePasskeySchema, data)
  if (!form.ok) return form.state
  const removed = await removeOwnPasskey(own, form.value.passkeyId)
  return removed.ok ? redirect(accountPath(locale, '?done=removed')) : refused(removed.error.code, {})
}

/** Takes the link with the account of the office away. */
export async function unlinkOfficeAction(locale: string): Promise<void> {
  await unlinkOwnIdentity(await provenAccount(locale))
  redirect(accountPath(locale, '?done=unlinked'))
}
