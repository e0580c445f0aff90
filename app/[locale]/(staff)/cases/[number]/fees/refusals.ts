import type { RefusalKeys } from '@/lib/http/spoken-state'

/** What a refusal about a whole form of the ledger says, where the common words do not say it well. */
export const LEDGER_REFUSALS: RefusalKeys = {
  case_gone: 'cases.words_gone',
  line_set_aside: 'ledger.refused_set_aside',
  loan_set_aside: 'ledger.refused_set_aside',
  split_undone: 'ledger.refused_split_undone',
  line_counts: 'ledger.refused_counts',
  rest_has_two_payees: 'ledger.refused_two_payees',
  rate_not_needed: 'ledger.refused_rate_not_needed',
}
