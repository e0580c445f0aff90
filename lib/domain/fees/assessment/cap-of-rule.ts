import { fractionFrom, rounded, times, whole, dividedBy } from '@/lib/domain/money/fraction'
import type { Money } from '@/lib/domain/money/money'
import type { RuleLimit } from '../rules/fee-rule'
import type { CaseFeeFacts, MissingFact } from './facts'

/** What may be taken in all, with the wage and the months it was made from; `missing` where that cannot be said. */
export type RuleCap =
  | { readonly cap: Money; readonly wage: Money | null; readonly contractMonths: number | null }
  | { readonly missing: readonly MissingFact[] }

/**
 * The cap of a rule for one placement: the amount it names, or
 * months × wage × (contract months / per contract months, where the rule counts by contract) × (months worked / contract months,
 * where it is in proportion and the worker came home early without fault), rounded once to the minor unit.
 * Source of the formula: Law 69/2020/QH14 art. 23(2)-(4); whether a worker came home early counts only when it is known.
 */
export function capOf(limit: Exclude<RuleLimit, { type: 'prohibited' }>, facts: CaseFeeFacts): RuleCap {
  if (limit.type === 'cap_amount') {
    return { cap: { amountMinor: limit.amountMinor, currency: limit.currency }, wage: null, contractMonths: null }
  }
  const wage = limit.wageBasis === 'contract_basic_wage' ? facts.contractBasicWage : facts.plannedMonthlyPay
  const isCutShort = limit.isProRataOnReturn && facts.conditions.returned_early_without_fault === true
  const isByContract = limit.perContractMonths !== null || isCutShort
  const missing: MissingFact[] = []
  if (wage === null) missing.push(limit.wageBasis)
  if (isByContract && !isSomeMonths(facts.contractMonths)) missing.push('contract_months')
  if (isCutShort && facts.monthsWorked === null) missing.push('months_worked')
  if (wage === null || missing.length > 0) return { missing }

  const contract = facts.contractMonths ?? 0
  const counted = isCutShort ? Math.min(facts.monthsWorked ?? 0, contract) : contract
  let cap = times(fractionFrom(limit.months), whole(wage.amountMinor))
  if (limit.perContractMonths !== null) {
    cap = times(cap, dividedBy(months(contract), months(limit.perContractMonths)))
  }
  if (isCutShort) cap = times(cap, dividedBy(months(counted), months(contract)))
  return {
    cap: { amountMinor: rounded(cap), currency: wage.currency },
    wage,
    contractMonths: isByContract ? counted : null,
  }
}

function isSomeMonths(count: number | null): boolean {
  return count !== null && count > 0
}

function months(count: number) {
  return fractionFrom(String(count))
}
