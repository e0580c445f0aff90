'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { LinkState } from '@/components/settings/link-form'
import { findGrant } from '@/lib/access/door'
import type { FieldValues } from '@/lib/http/form-fields'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { changeStaffRoleSchema, changeStaffSchema } from '@/lib/schemas/settings/change-staff'
import { changeStaffRole } from '@/lib/usecases/change-staff-role'
import { disableStaff } from '@/lib/usecases/disable-staff'
import { enableStaff } from '@/lib/usecases/enable-staff'
import { renewInvitation } from '@/lib/usecases/renew-invitation'
import { invitationLink } from '../invitation-link'

/** Gives the person another role. */
export async function changeStaffRoleAction(
  locale: string,
  staffId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const grant = await findGrant('staff.manage')
  if (!grant) return refused('session_over', readFields(data))
  const form = parseForm(changeStaffRoleSchema, data)
  if (!form.ok) return form.state
  const done = await changeStaffRole(grant, { staffId, ...form.value })
  return done.ok ? redirect(personPath(locale, staffId, 'role')) : refuse(done.error.code, form.values)
}

/** Shuts the person out. */
export async function disableStaffAction(
  locale: string,
  staffId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const grant = await findGrant('staff.manage')
  if (!grant) return refused('session_over', readFields(data))
  const form = parseForm(changeStaffSchema, data)
  if (!form.ok) return form.state
  const done = await disableStaff(grant, { staffId, ...form.value })
  return done.ok ? redirect(personPath(locale, staffId, 'disabled')) : refuse(done.error.code, form.values)
}

/** Lets the person in again. */
export async function enableStaffAction(
  locale: string,
  staffId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const grant = await findGrant('staff.manage')
  if (!grant) return refused('session_over', readFields(data))
  const form = parseForm(changeStaffSchema, data)
  if (!form.ok) return form.state
  const done = await enableStaff(grant, { staffId, ...form.value })
  return done.ok ? redirect(personPath(locale, staffId, 'enabled')) : refuse(done.error.code, form.values)
}

/** Makes a new link for the person. */
export async function renewInvitationAction(
  locale: string,
  staffId: string,
  _previous: FormState,
  data: FormData,
): Promise<LinkState> {
  const grant = await findGrant('staff.manage')
  if (!grant) return refused('session_over', readFields(data))
  const done = await renewInvitation(grant, staffId)
  if (!done.ok) return refuse(done.error.code, {})
  return { status: 'made', link: invitationLink(toLocale(locale), done.value.token), expiresAt: done.value.expiresAt }
}

/** Shows the page as it is now around the refusal: somebody else may have changed it. */
function refuse(code: string, values: FieldValues): FormState {
  refresh()
  return refused(code, values)
}

function personPath(locale: string, staffId: string, done: 'role' | 'disabled' | 'enabled'): string {
  return `/${toLocale(locale)}/settings/users/${staffId}?done=${done}`
}
