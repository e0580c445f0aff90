'use server'

import { redirect } from 'next/navigation'
import { notHere } from '@/lib/access/not-here'
import type { CaseCorrection } from '@/lib/domain/corrections'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { decideCorrectionSchema } from '@/lib/schemas/case/follow-up'
import { decideCorrection } from '@/lib/usecases/decide-correction'
import { forgetHeld, grantOrHold } from '../../held-form'

/** Takes a correction over or leaves it; a payment, a debt or pay is changed in the ledger next. */
export async function decideCorrectionAction(
  language: string,
  number: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const page = `/${locale}/cases/${number}`
  const held = { name: `correction:${id}`, number, locale, address: `${page}/corrections/${id}` }
  const passed = await grantOrHold('case.decide_correction', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(decideCorrectionSchema, data)
  if (!form.ok) return form.state
  const done = await decideCorrection(passed.grant, { number, correctionId: id, ...form.value })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok && done.error.code === 'reason_missing')
    return invalidField('reason', { key: 'cases.correction_reason_missing' }, form.values)
  if (!done.ok) return refused(done.error.code, form.values)
  await forgetHeld(held)
  const ledger = done.value.state === 'accepted' ? ledgerPath(page, done.value) : null
  redirect(ledger ?? `${page}?done=correction_${done.value.state}`)
}

/** Where in the ledger the corrected thing is changed; null for what was changed with the decision. */
function ledgerPath(page: string, { field, subjectId }: CaseCorrection): string | null {
  if (field === 'payment') return subjectId === null ? `${page}/fees` : `${page}/fees/lines/${subjectId}`
  if (field === 'debt') return subjectId === null ? `${page}/fees` : `${page}/fees/loans/${subjectId}`
  if (field === 'pay') return subjectId === null ? `${page}/fees/placement` : `${page}/fees/pay`
  return null
}
