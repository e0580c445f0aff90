import { categoryWords } from '@/lib/domain/fees/rules/category-words'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import { minorPerMajor } from '@/lib/domain/money/currencies'
import type { FieldValues } from '@/lib/http/form-fields'

/** A version as the form of a rule shows it. Why it was made is not handed on: a new version has a reason of its own. */
export function ruleFormValues(rule: FeeRule): FieldValues {
  const { limit, verification, source } = rule
  const text = (value: string | number | null) => (value === null ? '' : String(value))
  return {
    id: rule.id,
    jurisdiction: rule.jurisdiction,
    origins: rule.origins === '*' ? ['*'] : rule.origins,
    destination: rule.destinations === '*' ? '*' : (rule.destinations[0] ?? '*'),
    schemes: rule.schemes === '*' ? ['*'] : rule.schemes,
    programmes: rule.programmes,
    payees: rule.payees,
    payer: text(rule.payer),
    categories: categoryWords(rule.categories),
    limitType: limit.type,
    amount: limit.type === 'cap_amount' ? String(limit.amountMinor / minorPerMajor(limit.currency)) : '',
    currency: limit.type === 'cap_amount' ? limit.currency : '',
    months: limit.type === 'cap_months_of_wage' ? limit.months : '',
    wageBasis: limit.type === 'cap_months_of_wage' ? limit.wageBasis : '',
    perContractMonths: limit.type === 'cap_months_of_wage' ? text(limit.perContractMonths) : '',
    isProRataOnReturn: limit.type === 'cap_months_of_wage' && limit.isProRataOnReturn ? 'yes' : '',
    contractMonthsAtLeast: text(rule.contractMonthsAtLeast),
    contractMonthsAtMost: text(rule.contractMonthsAtMost),
    conditions: rule.conditions,
    effectiveFrom: text(rule.effectiveFrom),
    effectiveFromPrecision: text(rule.effectiveFromPrecision),
    firstSeenOn: text(rule.firstSeenOn),
    effectiveTo: text(rule.effectiveTo),
    status: rule.status,
    binding: rule.binding,
    isVerified: verification.isVerified ? 'yes' : '',
    confidence: verification.confidence,
    readOn: verification.readOn,
    sourceTitle: source.title,
    sourceArticle: text(source.article),
    sourceUrl: text(source.url),
    note: text(rule.note),
    reason: '',
  }
}
