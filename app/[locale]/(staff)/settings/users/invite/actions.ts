'use server'

import type { LinkState } from '@/components/settings/link-form'
import { invalidField, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { inviteStaffSchema } from '@/lib/schemas/settings/invite-staff'
import { inviteStaff } from '@/lib/usecases/invite-staff'
import { forgetHeld, provenGrantOrHold } from '../../../cases/[number]/held-form'
import { invitationLink } from '../invitation-link'

/** Adds somebody to the office and answers with the link to hand over. */
export async function inviteStaffAction(locale: string, _previous: FormState, data: FormData): Promise<LinkState> {
  const address = `/${toLocale(locale)}/settings/users/invite`
  const held = { name: 'invite', number: 'new', locale: toLocale(locale), address }
  const passed = await provenGrantOrHold('staff.manage', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(inviteStaffSchema, data)
  if (!form.ok) return form.state
  const done = await inviteStaff(passed.grant, form.value, toLocale(locale))
  if (!done.ok) return invalidField('email', { key: 'errors.email_taken' }, form.values)
  await forgetHeld(held)
  return { status: 'made', link: invitationLink(toLocale(locale), done.value.token), expiresAt: done.value.expiresAt }
}
