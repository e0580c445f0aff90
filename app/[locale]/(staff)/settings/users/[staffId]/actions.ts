'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { LinkState } from '@/components/settings/link-form'
import { findGrant } from '@/lib/access/door'
import type { Grant } from '@/lib/access/grant'
import { requireStepUp } from '@/lib/access/step-up'
import type { Result } from '@/lib/domain/result'
import type { FieldValues } from '@/lib/http/form-fields'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { changeStaffRoleSchema, changeStaffSchema } from '@/lib/schemas/settings/change-staff'
import { changeStaffRole } from '@/lib/usecases/change-staff-role'
import { disableStaff } from '@/lib/usecases/disable-staff'
import { endStaffSessions } from '@/lib/usecases/end-staff-sessions'
import { enableStaff } from '@/lib/usecases/enable-staff'
import { renewInvitation } from '@/lib/usecases/renew-invitation'
import { invitationLink } from '../invitation-link'

type StaffChange<S extends z.ZodType<object>> = {
  readonly schema: S
  readonly change: (
    grant: Grant<'staff.manage'>,
    value: z.output<S>,
  ) => Promise<Result<unknown, { readonly code: string }>>
  /** What the page says when it is done. */
  readonly done: 'role' | 'disabled' | 'enabled' | 'signed_out'
}

async function post<S extends z.ZodType<object>>(
  locale: string,
  staffId: string,
  data: FormData,
  { schema, change, done }: StaffChange<S>,
): Promise<FormState> {
  const grant = await findGrant('staff.manage')
  if (!grant) return refused('session_over', readFields(data))
  await requireStepUp(grant, placeOf(locale, staffId))
  const form = parseForm(schema, data)
  if (!form.ok) return form.state
  const changed = await change(grant, form.value)
  if (!changed.ok) return refuse(changed.error.code, form.values)
  redirect(`/${toLocale(locale)}/settings/users/${staffId}?done=${done}`)
}

const placeOf = (locale: string, staffId: string) => ({
  locale: toLocale(locale),
  returnTo: `/${toLocale(locale)}/settings/users/${staffId}`,
})

/** Gives the person another role. */
export async function changeStaffRoleAction(
  locale: string,
  staffId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const change = (grant: Grant<'staff.manage'>, value: z.output<typeof changeStaffRoleSchema>) =>
    changeStaffRole(grant, { staffId, ...value })
  return post(locale, staffId, data, { schema: changeStaffRoleSchema, change, done: 'role' })
}

/** Shuts the person out. */
export async function disableStaffAction(
  locale: string,
  staffId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const change = (grant: Grant<'staff.manage'>, value: z.output<typeof changeStaffSchema>) =>
    disableStaff(grant, { staffId, ...value })
  return post(locale, staffId, data, { schema: changeStaffSchema, change, done: 'disabled' })
}

/** Lets the person in again. */
export async function enableStaffAction(
  locale: string,
  staffId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const change = (grant: Grant<'staff.manage'>, value: z.output<typeof changeStaffSchema>) =>
    enableStaff(grant, { staffId, ...value })
  return post(locale, staffId, data, { schema: changeStaffSchema, change, done: 'enabled' })
}

/** Signs the person out everywhere. */
export async function endStaffSessionsAction(
  locale: string,
  staffId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const change = (grant: Grant<'staff.manage'>) => endStaffSessions(grant, staffId)
  return post(locale, staffId, data, { schema: changeStaffSchema, change, done: 'signed_out' })
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
  await requireStepUp(grant, placeOf(locale, staffId))
  const done = await renewInvitation(grant, staffId)
  if (!done.ok) return refuse(done.error.code, {})
  return { status: 'made', link: invitationLink(toLocale(locale), done.value.token), expiresAt: done.value.expiresAt }
}

/** Shows the page as it is now around the refusal: somebody else may have changed it. */
function refuse(code: string, values: FieldValues): FormState {
  refresh()
  return refused(code, values)
}
