import type { MissingFact } from '@/lib/domain/fees/assessment/facts'

/** Where an officer answers what a verdict misses; null where it is asked of one payment and `lineId` is null. */
export function answerAt(fees: string, fact: MissingFact, lineId: string | null): string | null {
  switch (fact) {
    case 'payee':
    case 'category':
    case 'amount':
    case 'paid_on':
      return lineId === null ? null : `${fees}/lines/${lineId}`
    case 'lump_split':
      return lineId === null ? null : `${fees}/lines/${lineId}/split`
    case 'exchange_rate':
      return lineId === null ? null : `${fees}/lines/${lineId}/rate`
    case 'contract_basic_wage':
    case 'planned_monthly_pay':
      return `${fees}/pay`
    case 'origin':
    case 'scheme':
    case 'contract_months':
    case 'months_worked':
    case 'condition_second_stay':
    case 'condition_vulnerable_occupation':
    case 'condition_labour_contract_with_sender':
    case 'condition_agent_operates_in_japan':
    case 'condition_returned_early_without_fault':
      return `${fees}/placement`
    default:
      throw new Error(`unhandled fact ${String(fact satisfies never)}`)
  }
}
