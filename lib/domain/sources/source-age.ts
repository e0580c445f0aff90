import { monthsBefore } from '../calendar/months-before'
import type { FeeRule } from '../fees/rules/fee-rule'
import { EMERGENCY_NUMBERS } from '../referral/emergency'
import { REFERRAL_BODIES } from '../referral/directory'
import { MUST_NOT } from '../rights/must-not'

/** What workers are told from a source: a number to call, a rule about money, a right. */
export const SOURCE_KINDS = ['contact', 'rule', 'right'] as const
export type SourceKind = (typeof SOURCE_KINDS)[number]

/** A source with the day ('YYYY-MM-DD') somebody last looked at it. `code` names what is told from it. */
export type CheckedSource = {
  readonly kind: SourceKind
  readonly code: string
  readonly title: string
  readonly checkedOn: string
}

/** A source beside its age: `isOld` when it was looked at more than six months ago. */
export type AgedSource = CheckedSource & { readonly isOld: boolean }

/** House rule: a source is looked at again after so many months. */
export const RECHECK_MONTHS = 6

/** Every source of what workers are told: numbers to call, the live rules, rights. */
export function allSources(rules: readonly FeeRule[]): readonly CheckedSource[] {
  const rights = MUST_NOT.flatMap(({ code, sources }) =>
    sources.map(({ title, article, checkedOn }) => ({
      code,
      title: article === null ? title : `${title}, ${article}`,
      checkedOn,
    })),
  )
  return [
    ...Object.entries(EMERGENCY_NUMBERS).map(([country, { source, checkedOn }]) => ({
      kind: 'contact' as const,
      code: `emergency_${country.toLowerCase()}`,
      title: source,
      checkedOn,
    })),
    ...REFERRAL_BODIES.map(({ code, source, checkedOn }) => ({
      kind: 'contact' as const,
      code,
      title: source,
      checkedOn,
    })),
    ...rules.map(({ id, source, verification }) => ({
      kind: 'rule' as const,
      code: id,
      title: source.article === null ? source.title : `${source.title}, ${source.article}`,
      checkedOn: verification.readOn,
    })),
    ...rights.map((right) => ({ kind: 'right' as const, ...right })),
  ]
}

/** The sources with their age on a day, the oldest first. */
export function bySourceAge(sources: readonly CheckedSource[], today: string): readonly AgedSource[] {
  const limit = monthsBefore(today, RECHECK_MONTHS)
  return sources
    .map((source) => ({ ...source, isOld: source.checkedOn < limit }))
    .toSorted((a, b) => compare(a.checkedOn, b.checkedOn) || compare(a.kind, b.kind) || compare(a.code, b.code))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
