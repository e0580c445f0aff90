/** The first and last day a payment can have been made, `YYYY-MM-DD`. */
export type PaidInterval = { readonly first: string; readonly last: string }

const BEFORE_ALL = '0000-01-01'

/**
 * The days a remembered date stands for; `knownOn` is the day it was told, and a payment that was told of is not later. A date
 * that lies wholly after it is one asked about beforehand and is taken as it is.
 */
export function paidInterval(paidOn: string | null, knownOn: string): PaidInterval {
  if (paidOn === null) return { first: BEFORE_ALL, last: knownOn }
  const first = `${paidOn}${'-01-01'.slice(paidOn.length - 4)}`
  const last = lastDay(paidOn)
  return { first, last: knownOn >= first && knownOn < last ? knownOn : last }
}

function lastDay(paidOn: string): string {
  if (paidOn.length === 10) return paidOn
  if (paidOn.length === 4) return `${paidOn}-12-31`
  const days = new Date(Date.UTC(Number(paidOn.slice(0, 4)), Number(paidOn.slice(5, 7)), 0)).getUTCDate()
  return `${paidOn}-${String(days)}`
}

/** Whether the days of a payment lie within the days of a rule: all of them, none, or some. */
export function isPaidWithin(
  { first, last }: PaidInterval,
  from: string | null,
  to: string | null,
): 'yes' | 'no' | 'maybe' {
  if ((from !== null && last < from) || (to !== null && first > to)) return 'no'
  return (from === null || first >= from) && (to === null || last <= to) ? 'yes' : 'maybe'
}
