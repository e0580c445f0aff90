import type { Break } from './verify-chain'

const WORDS: Readonly<Record<Break['kind'], (seq: number) => string>> = {
  changed: (seq) => `event ${seq} was changed`,
  missing: (seq) => `events are missing from ${seq} on`,
  inserted: (seq) => `what stands in the place of event ${seq} was put in`,
  reordered: (seq) => `another event stands in the place of event ${seq}`,
  truncated: (seq) => `the end is cut off: event ${seq} and what followed are gone`,
  cut_unproven: (seq) => `nothing in the chain says that it was cut before event ${seq}`,
  cut_too_young: (seq) => `events before ${seq} were taken away before their time`,
  rewritten: (seq) => `the chain was made anew: event ${seq} is not the one that was written down outside`,
}

/** One break for the person at the terminal. */
export function breakWords({ kind, seq, row }: Break): string {
  return `${WORDS[kind](seq)}${row === null ? '' : ` (row ${row})`}`
}
