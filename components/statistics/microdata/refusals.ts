import type { RefusalKeys } from '@/lib/http/spoken-state'

/** Why a request is refused, in words of its own. */
export const MICRODATA_REFUSALS: RefusalKeys = {
  columns_missing: 'statistics.microdata_columns_missing',
  window_backwards: 'statistics.microdata_window_backwards',
  window_not_over: 'statistics.microdata_window_not_over',
  rules_too_weak: 'statistics.microdata_rules_too_weak',
  window_overlaps: 'statistics.microdata_failure_window_overlaps',
  other_columns: 'statistics.microdata_failure_other_columns',
  same_person: 'statistics.microdata_same_person',
  decided: 'statistics.microdata_decided',
}
