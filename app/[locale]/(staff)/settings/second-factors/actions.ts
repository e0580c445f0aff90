'use server'

import { redirect } from 'next/navigation'
import { findGrant } from '@/lib/access/door'
import { requireStepUp } from '@/lib/access/step-up'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { resetFactorSchema } from '@/lib/schemas/settings/account'
import { resetColleagueFactor } from '@/lib/usecases/reset-second-factor'

/** Takes the second factor of a colleague away who lost it. */
export async function resetFactorAction(locale: string, _previous: FormState, data: FormData): Promise<FormState> {
  const here = `/${toLocale(locale)}/settings/second-factors`
  const grant = await findGrant('staff.reset_factor')
  if (!grant) return refused('session_over', readFields(data))
  await requireStepUp(grant, { locale: toLocale(locale), returnTo: here })
  const form = parseForm(resetFactorSchema, data)
  if (!form.ok) return form.state
  const done = await resetColleagueFactor(grant, form.value.colleagueId)
  return done.ok ? redirect(`${here}?done=1`) : refused(done.error.code, form.values)
}
