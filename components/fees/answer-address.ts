import type { MissingFact } from '@/lib/domain/fees/assessment/facts'
import { CONDITION_FIELDS, paymentFields } from '@/lib/schemas/fees/check-fields'

/** The field of the form that answers a missing fact; null for what the checker does not ask. */
function fieldOf(fact: MissingFact, payment: number): string | null {
  const fields = paymentFields(payment)
  switch (fact) {
    case 'payee':
      return fields.who
    case 'category':
      return fields.what
    case 'amount':
      return fields.amount
    case 'paid_on':
      return 'month'
    case 'origin':
      return 'from'
    case 'scheme':
      return 'scheme'
    case 'contract_months':
      return 'months'
    case 'contract_basic_wage':
      return 'pay'
    case 'planned_monthly_pay':
      return 'plan'
    case 'condition_second_stay':
      return CONDITION_FIELDS.second_stay
    case 'condition_vulnerable_occupation':
      return CONDITION_FIELDS.vulnerable_occupation
    case 'condition_labour_contract_with_sender':
      return CONDITION_FIELDS.labour_contract_with_sender
    case 'condition_agent_operates_in_japan':
      return CONDITION_FIELDS.agent_operates_in_japan
    case 'lump_split':
    case 'months_worked':
    case 'exchange_rate':
    case 'condition_returned_early_without_fault':
      return null
  }
}

/** Where a missing fact can be told: the form with everything told so far, open at the field. `payment` counts from 1. */
export function answerAddress(base: string, address: string, fact: MissingFact, payment: number): string | null {
  const field = fieldOf(fact, payment)
  return field === null ? null : `${base}?${address}&edit=1#${field}`
}
