'use server'

import { redirect } from 'next/navigation'
import { requireGrant, rescueGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import type { FormState } from '@/lib/http/form-state'
import { toLocale } from '@/lib/i18n/locales'
import { openEmergencySchema } from '@/lib/schemas/case/emergency'
import { endOwnEmergency, openEmergency } from '@/lib/usecases/emergencies/open-emergency'
import { postForm } from '../../post-form'

/** Opens a case of another office because a life is in danger. */
export async function openEmergencyAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/emergency`
  const form = { name: 'emergency', number: '', locale, address }
  const fieldOfRefusal = { not_found: { field: 'number', key: 'cases.emergency_unknown' } } as const
  return postForm(
    { permission: 'case.break_glass', form, schema: openEmergencySchema, data, isProven: true, fieldOfRefusal },
    (grant, emergency) => openEmergency(rescueGrant(grant), emergency),
    (_emergency, id) => `${address}/${id}`,
  )
}

/** Who opened it needs it no longer. */
export async function endEmergencyAction(language: string, id: string): Promise<void> {
  const locale = toLocale(language)
  const grant = await requireGrant('case.break_glass', { locale })
  if (!/^[0-9a-f-]{36}$/u.test(id)) notHere(locale)
  await endOwnEmergency(rescueGrant(grant), id)
  redirect(`/${locale}/cases/emergency?ended=1`)
}
