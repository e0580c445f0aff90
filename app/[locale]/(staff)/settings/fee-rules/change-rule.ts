import 'server-only'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { STEP_FIELD, STEPS, type PreviewState } from '@/components/settings/preview-state'
import { previewOfRule } from '@/components/settings/rule-preview'
import { ruleProblemErrors } from '@/components/settings/rule-problem-fields'
import type { Grant } from '@/lib/access/grant'
import type { RuleChangeKind } from '@/lib/domain/fees/rules/rule-change'
import { readFields, type FieldValues } from '@/lib/http/form-fields'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { FEE_RULE_LISTS, feeRuleFormSchema, latestVersionSchema } from '@/lib/schemas/settings/fee-rule-form'
import { previewRuleChange, saveRuleChange, type RuleRefusal } from '@/lib/usecases/fee-rules/change-fee-rule'
import { reassessQuietly } from '@/lib/usecases/reassess-fees'
import { forgetHeld, grantOrHold, type StaffForm } from '../../cases/[number]/held-form'

const LISTS = { lists: FEE_RULE_LISTS }

type RuleForm = {
  readonly grant: Grant<'fee_rule.manage'>
  readonly held: StaffForm
  readonly step: FormDataEntryValue | null
}

/** The pass for the form of a rule and which of its buttons was pressed; a session that is over keeps what was typed. */
export async function openRuleForm(
  locale: string,
  { number, path }: { readonly number: string; readonly path: string },
  data: FormData,
): Promise<RuleForm | { readonly state: FormState }> {
  const step = data.get(STEP_FIELD)
  data.delete(STEP_FIELD)
  const address = `/${toLocale(locale)}/settings/fee-rules/${path}`
  const held = { name: 'fee-rule', number, locale: toLocale(locale), address, lists: FEE_RULE_LISTS }
  const passed = await grantOrHold('fee_rule.manage', held, data)
  return 'state' in passed ? passed : { grant: passed.grant, held, step }
}

/** Checks the form of a rule, shows what it would change, and adds it when that was confirmed. */
export async function changeRule(
  { grant, held, step }: RuleForm,
  change: { readonly kind: RuleChangeKind; readonly base: number | null },
  data: FormData,
): Promise<FormState | PreviewState> {
  if (step === STEPS.again) return { status: 'again', values: readFields(data, FEE_RULE_LISTS) }
  const form = parseForm(feeRuleFormSchema, data, LISTS)
  if (!form.ok) return form.state
  const latest = parseForm(latestVersionSchema, data, LISTS)
  if (!latest.ok) return latest.state
  const t = translatorFor(toLocale(held.locale))
  const input = { ...change, ...latest.value, text: form.value.text }
  if (step !== STEPS.confirm) {
    const preview = await previewRuleChange(grant, input)
    if (!preview.ok) return refusal(preview.error, form.values)
    const content = previewOfRule(t, preview.value, form.value.reason)
    return { status: 'preview', content, values: form.values, problem: null }
  }
  const saved = await saveRuleChange(grant, { ...input, reason: form.value.reason })
  if (!saved.ok) return refusal(saved.error, form.values)
  await forgetHeld(held)
  after(reassessQuietly)
  redirect(`/${t.locale}/settings/fee-rules?saved=${form.value.text.id}`)
}

function refusal(error: RuleRefusal, values: FieldValues): FormState {
  switch (error.code) {
    case 'rule_problems':
      return { status: 'invalid', errors: ruleProblemErrors(error.problems), values }
    case 'id_taken':
      return invalidField('id', { key: 'errors.rule_id_taken' }, values)
    case 'first_day_needed':
      return invalidField('effectiveFrom', { key: 'errors.rule_first_day_needed' }, values)
    case 'first_day_not_after_start':
      return invalidField('effectiveFrom', { key: 'errors.rule_first_day_late' }, values)
    case 'base_replaced':
    case 'changed_meanwhile':
      return refused('rule_changed_meanwhile', values)
    case 'nothing_changed':
      return refused('rule_nothing_changed', values)
    case 'not_found':
      return refused('not_found', values)
  }
}
