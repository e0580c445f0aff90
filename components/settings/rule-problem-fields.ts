import type { RuleProblem } from '@/lib/domain/fees/rules/rule-problems'
import type { ErrorMessage, FieldErrors } from '@/lib/http/form-state'

/** The field of the form for a part of a rule's file form. What has none is said of the whole form. */
const FIELD_OF: Readonly<Record<string, string>> = {
  valid_from: 'effectiveFrom',
  valid_to: 'effectiveTo',
  valid_from_precision: 'effectiveFromPrecision',
  first_seen_on: 'firstSeenOn',
  'rule.currency': 'currency',
  'rule.value': 'amount',
  'rule.wage_basis': 'wageBasis',
  'rule.per_contract_months': 'perContractMonths',
  'rule.applies_if_contract_months_gte': 'contractMonthsAtLeast',
  'rule.applies_if_contract_months_lte': 'contractMonthsAtMost',
  programmes: 'programmes',
  payees: 'payees',
  payer: 'payer',
  categories: 'categories',
  origins: 'origins',
  schemes: 'schemes',
  conditions: 'conditions',
  binding: 'binding',
  status: 'status',
  'source.title': 'sourceTitle',
  'source.url': 'sourceUrl',
  note: 'note',
  id: 'id',
}

/** Why rules contradict each other or a rule itself, at the fields of its form. */
export function ruleProblemErrors(problems: readonly RuleProblem[]): FieldErrors {
  const errors: Record<string, ErrorMessage[]> = {}
  for (const { code, field, value } of problems) {
    const name = FIELD_OF[field] ?? ''
    const list = (errors[name] ??= [])
    list.push({ key: `settings.rule_problem_${code}`, params: { value } })
  }
  return errors
}
