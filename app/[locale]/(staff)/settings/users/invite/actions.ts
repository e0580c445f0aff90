'use server'

import type { LinkState } from '@/components/settings/link-form'
import { findGrant } from '@/lib/access/door'
import { readFields } from '@/lib/http/form-fields'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { inviteStaffSchema } from '@/lib/schemas/settings/invite-staff'
import { inviteStaff } from '@/lib/usecases/invite-staff'
import { invitationLink } from '../invitation-link'

/** Adds somebody to the office and answers with the link to hand over. */
export async function inviteStaffAction(locale: string, _previous: FormState, data: FormData): Promise<LinkState> {
  const grant = await findGrant('staff.manage')
  if (!grant) return refused('session_over', readFields(data))
  const form = parseForm(inviteStaffSchema, data)
  if (!form.ok) return form.state
  const done = await inviteStaff(grant, form.value, toLocale(locale))
  if (!done.ok) return invalidField('email', { key: 'errors.email_taken' }, form.values)
  return { status: 'made', link: invitationLink(toLocale(locale), done.value.token), expiresAt: done.value.expiresAt }
}
