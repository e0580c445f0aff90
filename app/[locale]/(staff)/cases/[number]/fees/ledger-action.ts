import 'server-only'
import { partAction } from '../part-action'

/** An action of the ledger, from what its form is. */
export const ledgerAction = partAction({
  name: 'fees',
  permission: 'case.write_fees',
  fieldOfRefusal: {
    reason_missing: { field: 'reason', key: 'ledger.reason_required' },
    party_unknown: { field: 'payee', key: 'errors.choose_known' },
    rate_invalid: { field: 'unitsPerUsd', key: 'ledger.rate_unreadable' },
    rate_too_far: { field: 'isSure', key: 'ledger.rate_too_far' },
    too_few_parts: { field: 'category2', key: 'ledger.split_two_parts' },
    parts_do_not_add_up: { field: 'amount1', key: 'ledger.split_sum_wrong' },
  },
})

/** The name that words of a form are held under; `path` below the address of the ledger. */
export function heldName(path: string): string {
  return `fees${path}`
}
