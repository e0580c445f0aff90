'use server'

import { redirect } from 'next/navigation'
import { requireGrant, rescueGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { openEmergencySchema } from '@/lib/schemas/case/emergency'
import { endOwnEmergency, openEmergency } from '@/lib/usecases/emergencies/open-emergency'
import { forgetHeld, provenGrantOrHold } from '../[number]/held-form'

/** Opens a case of another office because a life is in danger. */
export async function openEmergencyAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/emergency`
  const passed = await provenGrantOrHold('case.break_glass', { name: 'emergency', number: '', locale, address }, data)
  if ('state' in passed) return passed.state
  const form = parseForm(openEmergencySchema, data)
  if (!form.ok) return form.state
  const opened = await openEmergency(rescueGrant(passed.grant), form.value)
  if (!opened.ok && opened.error.code === 'not_found')
    return invalidField('number', { key: 'cases.emergency_unknown' }, form.values)
  if (!opened.ok) return refused(opened.error.code, form.values)
  await forgetHeld({ name: 'emergency', number: '' })
  redirect(`${address}/${opened.value}`)
}

/** Who opened it needs it no longer. */
export async function endEmergencyAction(language: string, id: string): Promise<void> {
  const locale = toLocale(language)
  const grant = await requireGrant('case.break_glass', { locale })
  if (!/^[0-9a-f-]{36}$/u.test(id)) notHere(locale)
  await endOwnEmergency(rescueGrant(grant), id)
  redirect(`/${locale}/cases/emergency?ended=1`)
}
