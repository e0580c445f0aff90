import 'server-only'
import type { RefusalKeys } from '@/lib/http/spoken-state'
import { partAction } from '../part-action'

/** An action of the remedies, from what its form is. */
export const remedyAction = partAction({
  name: 'remedies',
  permission: 'case.write_remedies',
  fieldOfRefusal: {
    waives_rights: { field: 'terms', key: 'remedies.refused_waiver' },
    sum_differs: { field: 'amount', key: 'remedies.refused_sum' },
    schedule_empty: { field: 'part1', key: 'remedies.refused_schedule' },
    too_many_parts: { field: 'parts', key: 'remedies.parts_invalid' },
    amount_not_positive: { field: 'amount', key: 'remedies.amount_missing' },
    day_invalid: { field: 'firstDueOn', key: 'remedies.day_missing' },
    days_not_in_order: { field: 'due1', key: 'remedies.refused_order' },
    lane_missing: { field: 'lane', key: 'remedies.refused_lane' },
    line_unknown: { field: 'feeLineIds', key: 'remedies.refused_line' },
    line_claimed: { field: 'feeLineIds', key: 'remedies.refused_line_claimed' },
    mixed_currencies: { field: 'feeLineIds', key: 'remedies.refused_currencies' },
    party_unknown: { field: 'casePartyId', key: 'errors.choose_known' },
    other_currency: { field: 'amount', key: 'remedies.refused_currency' },
    evidence_unknown: { field: 'evidenceId', key: 'errors.choose_known' },
  },
})

/** What a refusal of a whole form says. */
export const REMEDY_REFUSALS: RefusalKeys = {
  case_gone: 'cases.words_gone',
  offer_over: 'remedies.refused_over',
  not_agreed: 'remedies.refused_not_agreed',
}

/** The name that words of a form are held under. */
export function remedyForm(path: string): string {
  return `remedies${path}`
}
