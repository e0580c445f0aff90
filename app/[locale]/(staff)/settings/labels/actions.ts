'use server'

import { redirect } from 'next/navigation'
import { requireGrant } from '@/lib/access/door'
import { invalidField, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { isId } from '@/lib/platform/ids'
import { labelSchema } from '@/lib/schemas/case/bulk'
import { makeLabel, retireLabel } from '@/lib/usecases/manage-labels'
import { forgetHeld, grantOrHold } from '../../cases/[number]/held-form'

/** Makes a label of the office. */
export async function makeLabelAction(locale: string, _previous: FormState, data: FormData): Promise<FormState> {
  const address = `/${locale}/settings/labels`
  const held = { name: 'label', number: 'new', locale, address }
  const passed = await grantOrHold('case.label', held, data)
  if ('state' in passed) return passed.state
  const parsed = parseForm(labelSchema, data)
  if (!parsed.ok) return parsed.state
  const done = await makeLabel(passed.grant, { id: parsed.value.requestId, name: parsed.value.name })
  if (!done.ok) return invalidField('name', { key: 'settings.label_exists' }, parsed.values)
  await forgetHeld(held)
  redirect(address)
}

/** Retires a label, or takes it up again. */
export async function retireLabelAction(language: string, id: string, isRetired: boolean): Promise<void> {
  const locale = toLocale(language)
  const address = `/${locale}/settings/labels`
  const grant = await requireGrant('label.manage', { locale, returnTo: address })
  if (isId(id)) await retireLabel(grant, id, isRetired)
  redirect(address)
}
