import type { RefusalKeys } from '@/lib/http/spoken-state'

/** What the forms of an incident answer when it cannot be. */
export const INCIDENT_REFUSALS: RefusalKeys = {
  changed_meanwhile: 'privacy.changed_by_another',
  over: 'privacy.over',
  still_due: 'privacy.still_due',
  done_before: 'privacy.done_before',
  numbers_unknown: 'privacy.numbers_unknown',
  own: 'privacy.own_review',
}
