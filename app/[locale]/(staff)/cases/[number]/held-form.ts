import 'server-only'
import { notHere } from '@/lib/access/not-here'
import { redirect } from 'next/navigation'
import { clearCookie, readCookie, setCookie } from '@/lib/access/cookies'
import { currentStaff, draftGrant, endedStaffId, findGrant } from '@/lib/access/door'
import type { Grant } from '@/lib/access/grant'
import type { StaffPermission } from '@/lib/access/policy'
import { noteRefusal } from '@/lib/access/refuse'
import { hasProvedLately, proveAgainPath } from '@/lib/access/step-up'
import type { FieldValues } from '@/lib/http/form-fields'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { hashToken, isToken, newToken } from '@/lib/platform/token'
import { findHeldForm, forgetHeldForm, holdForm } from '@/lib/usecases/hold-form'

/** A form of a case: what it is called, where it stands, and the fields that may repeat. */
export type StaffForm = {
  readonly name: string
  readonly number: string
  readonly locale: string
  readonly address: string
  readonly lists?: readonly string[]
}

/**
 * The pass for an action, or what to answer without one. A session that ended while somebody was typing: the words are kept for
 * the same person and the sign-in page comes next; a session we can no longer name: the words stay on the page.
 */
export async function grantOrHold<P extends StaffPermission>(
  permission: P,
  form: StaffForm,
  data: FormData,
): Promise<{ grant: Grant<P> } | { state: FormState }> {
  const grant = await findGrant(permission)
  if (grant) return { grant }
  const actor = await currentStaff()
  if (actor) {
    await noteRefusal(actor, permission)
    notHere(form.locale)
  }
  const staffId = await endedStaffId()
  if (!staffId) return { state: refused('session_over', readFields(data, form.lists)) }
  await hold(staffId, form, data)
  redirect(`/${form.locale}/sign-in?next=${encodeURIComponent(form.address.toWellFormed())}&held=1`)
}

/**
 * As grantOrHold, for what must not be done from a machine left open: whoever did not prove lately who it is does it first, and
 * finds the words again.
 */
export async function provenGrantOrHold<P extends StaffPermission>(
  permission: P,
  form: StaffForm,
  data: FormData,
): Promise<{ grant: Grant<P> } | { state: FormState }> {
  const passed = await grantOrHold(permission, form, data)
  if ('state' in passed || (await hasProvedLately(passed.grant))) return passed
  await hold(passed.grant.actor.id, form, data)
  redirect(`${proveAgainPath(form.locale, form.address)}&held=1`)
}

/** Keeps what was typed for this person, under a token that only this browser gets. */
async function hold(staffId: string, form: StaffForm, data: FormData): Promise<void> {
  const token = newToken()
  const values = readFields(data, form.lists)
  await holdForm(draftGrant(token), token, { staffId, form: nameOf(form), values }, form.locale)
  await setCookie('held', token)
}

/** What this person typed into this form before the session ended, to show it again; null when there is nothing. */
export async function heldValues(form: Pick<StaffForm, 'name' | 'number'>): Promise<FieldValues | null> {
  const token = await readCookie('held')
  if (!isToken(token)) return null
  const grant = await findGrant('form.hold', hashToken(token))
  const values = grant && (await findHeldForm(grant, token, nameOf(form)))
  // Ids of the form that was open then belong to it; the page makes its own.
  return (
    values && Object.fromEntries(Object.entries(values).filter(([name]) => name !== 'requestId' && name !== 'version'))
  )
}

/** After the form was sent: what was kept is not needed any more. */
export async function forgetHeld(form: Pick<StaffForm, 'name' | 'number'>): Promise<void> {
  const token = await readCookie('held')
  if (!isToken(token)) return
  const grant = await findGrant('form.hold', hashToken(token))
  if (!grant || !(await findHeldForm(grant, token, nameOf(form)))) return
  await forgetHeldForm(grant, token)
  await clearCookie('held')
}

function nameOf({ name, number }: Pick<StaffForm, 'name' | 'number'>): string {
  return `${name} ${number}`
}
