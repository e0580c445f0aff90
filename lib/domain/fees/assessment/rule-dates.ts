import type { FeeRule } from '../rules/fee-rule'
import { isPaidWithin, type PaidInterval } from './paid-interval'

/**
 * Whether a payment was made while a rule counted: surely (`yes`); as far as can be told (`doubtful`: the payment lies where the
 * first day of the rule is not known exactly, or its month is known and the rule began or ended inside it); possibly; or not.
 */
export type DateFit = 'yes' | 'doubtful' | 'maybe' | 'no'

/**
 * The first day on which a rule surely counted: after the year or month it began in where no nearer day was found; where no first
 * day is known, when it was first seen. Null: nothing is known, or nothing in doubt.
 */
export function surelyFrom({ effectiveFrom, effectiveFromPrecision, firstSeenOn }: FeeRule): string | null {
  if (effectiveFrom === null) return firstSeenOn
  const [year = 0, month = 1] = effectiveFrom.split('-').map(Number)
  switch (effectiveFromPrecision) {
    case 'year':
      return `${year + 1}-01-01`
    case 'month':
    case 'approximate':
      return new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10)
    case 'day':
    case 'first_seen':
    case null:
      return effectiveFrom
  }
}

/** Holds the days of a payment against those of a rule; `sure` is `surelyFrom` of it. A month that was told is never asked back. */
export function dateFit(
  paidOn: string | null,
  interval: PaidInterval,
  { effectiveFrom, effectiveTo }: FeeRule,
  sure: string | null,
): DateFit {
  const within = isPaidWithin(interval, effectiveFrom, effectiveTo)
  if (within === 'maybe') return paidOn?.length === 'YYYY-MM'.length ? 'doubtful' : 'maybe'
  return within === 'yes' && sure !== null && interval.first < sure ? 'doubtful' : within
}
