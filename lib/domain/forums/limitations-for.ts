import { daysBetween } from '@/lib/domain/calendar/day'
import { claimOfLine, claimsOf, type ForumFacts } from './case-claims'
import { answers, isAbout, isInForce } from './forums-for'
import type { ClaimKind, LegalRule, LimitationRule, LimitationStart, Period } from './legal-rule'

/** When the time for one claim runs out by one rule. */
export type Limitation = {
  readonly rule: LimitationRule
  readonly claim: ClaimKind
  /** The payments it is about; empty where it is not about payments. */
  readonly lineIds: readonly string[]
  /** Day the count begins and last day on which the claim can surely still be made; null while the start is not known. */
  readonly startsOn: string | null
  readonly endsOn: string | null
  /** Negative when it may have run out already. */
  readonly daysLeft: number | null
  /** The start is vague or only assumed: the earliest day it can have been was taken, so the claim is rather made too early than too late. */
  readonly isCautious: boolean
}

/**
 * The days left for each claim of a case on a day ('YYYY-MM-DD', Japan), the next to run out first, those that may be over after
 * them, those whose start is unknown last. Vague dates count from their earliest day; knowledge counts from the act itself,
 * because it can only have come later.
 */
export function limitationsFor(facts: ForumFacts, rules: readonly LegalRule[], today: string): readonly Limitation[] {
  const claims = claimsOf(facts)
  return rules
    .filter((rule): rule is LimitationRule => rule.kind === 'limitation' && isAbout(rule, facts))
    .flatMap((rule) =>
      claims.filter((claim) => answers(rule, claim, facts)).flatMap((claim) => ofClaim(rule, claim, facts, today)),
    )
    .toSorted(byUrgency)
}

/** The next day on which a claim runs out; null when none is running with a known start. */
export function nextLimitation(limitations: readonly Limitation[]): Limitation | null {
  return limitations.find(({ daysLeft }) => daysLeft !== null && daysLeft >= 0) ?? null
}

/** The last day of a period that begins on a day; a day that the last month does not have becomes its last one (Civil Code art. 143). */
export function endOfPeriod(startsOn: string, { count, unit }: Period): string {
  const [year = 0, month = 1, day = 1] = startsOn.split('-').map(Number)
  if (unit === 'days') return iso(Date.UTC(year, month - 1, day + count))
  const months = unit === 'years' ? count * 12 : count
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return iso(Date.UTC(year, month - 1 + months, Math.min(day, lastDay)))
}

type Start = { readonly on: string; readonly isCautious: boolean; readonly lineId: string | null }

function ofClaim(rule: LimitationRule, claim: ClaimKind, facts: ForumFacts, today: string): readonly Limitation[] {
  const starts = startsOf(rule.start, claim, facts).filter(({ on }) => isInForce(rule, on))
  if (starts.length === 0) {
    // Nothing is dated: the officer has to ask. Where something is dated and lies outside the days of the rule, it is not about it.
    const isOfThePast = rule.effectiveTo !== null && rule.effectiveTo < today
    if (isOfThePast || startsOf(rule.start, claim, facts).length > 0) return []
    return [{ rule, claim, lineIds: [], startsOn: null, endsOn: null, daysLeft: null, isCautious: true }]
  }
  const byDay = new Map<string, Start[]>()
  for (const start of starts) byDay.set(start.on, [...(byDay.get(start.on) ?? []), start])
  return [...byDay].map(([startsOn, same]) => {
    const endsOn = endOfPeriod(startsOn, rule.period)
    return {
      rule,
      claim,
      lineIds: same.flatMap(({ lineId }) => (lineId === null ? [] : [lineId])),
      startsOn,
      endsOn,
      daysLeft: daysBetween(today, endsOn),
      isCautious: same.some(({ isCautious }) => isCautious),
    }
  })
}

function startsOf(start: LimitationStart, claim: ClaimKind, facts: ForumFacts): readonly Start[] {
  switch (start) {
    case 'payment':
      return paymentsOf(claim, facts, false)
    case 'knowledge':
    case 'act':
      return actsOf(claim, facts, start === 'knowledge')
    case 'pay_day':
      return payDays(facts)
    case 'injury':
      // The day of an injury is in the worker's own words: what is surely not too late is the day work began.
      return dated(facts.workStartedOn, true)
    case 'work_end':
      return dated(facts.workEndedOn ?? facts.contractEndOn, facts.workEndedOn === null)
    case 'return_home':
      return dated(facts.departureOn, false)
  }
}

/** The dated payments that are claimed as this. Money is also an act: a payment is the day of the wrong done by taking it. */
function paymentsOf(claim: ClaimKind, { lines }: ForumFacts, isAssumed: boolean): readonly Start[] {
  return lines
    .filter((line) => claimOfLine(line) === claim)
    .flatMap(({ id, paidOn }) =>
      paidOn === null ? [] : [{ on: earliestDay(paidOn), isCautious: isAssumed || paidOn.length < 10, lineId: id }],
    )
}

function actsOf(claim: ClaimKind, facts: ForumFacts, isKnowledge: boolean): readonly Start[] {
  const paid = paymentsOf(claim, facts, isKnowledge)
  return paid.length > 0 ? paid : dated(facts.workStartedOn, true)
}

/** Each month of pay that is known falls due at the earliest on its own first day; without any, all of the work counts. */
function payDays({ payMonths, workStartedOn }: ForumFacts): readonly Start[] {
  const [first] = payMonths
  return dated(first ?? workStartedOn, true)
}

function dated(day: string | null, isCautious: boolean): readonly Start[] {
  return day === null ? [] : [{ on: earliestDay(day), isCautious: isCautious || day.length < 10, lineId: null }]
}

/** The first day that a vague date can mean. */
function earliestDay(date: string): string {
  if (date.length === 4) return `${date}-01-01`
  return date.length === 7 ? `${date}-01` : date
}

function iso(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}

function byUrgency(a: Limitation, b: Limitation): number {
  return rank(a) - rank(b) || (a.daysLeft ?? 0) - (b.daysLeft ?? 0) || (a.rule.id < b.rule.id ? -1 : 1)
}

function rank({ daysLeft }: Limitation): number {
  if (daysLeft === null) return 2
  return daysLeft < 0 ? 1 : 0
}
