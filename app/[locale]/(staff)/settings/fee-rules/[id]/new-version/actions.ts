'use server'

import type { PreviewState } from '@/components/settings/preview-state'
import { readFields } from '@/lib/http/form-fields'
import type { FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { STEPS } from '@/components/settings/preview-state'
import { FEE_RULE_LISTS, ruleVersionFormSchema } from '@/lib/schemas/settings/fee-rule-form'
import { changeRule, openRuleForm } from '../../change-rule'

/** Corrects a version or lets a new text count from a day. The rule it is about comes with the address, not with the form. */
export async function addVersionAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState | PreviewState> {
  const base = Number(data.get('base')) || 0
  const path = `${encodeURIComponent(id)}/new-version?base=${base}`
  const form = await openRuleForm(locale, { number: id, path }, data)
  if ('state' in form) return form.state
  data.set('id', id)
  const version = parseForm(ruleVersionFormSchema, data, { lists: FEE_RULE_LISTS })
  if (!version.ok) {
    const isBack = form.step === STEPS.again
    return isBack ? { status: 'again', values: readFields(data, FEE_RULE_LISTS) } : version.state
  }
  return changeRule(form, version.value, data)
}
