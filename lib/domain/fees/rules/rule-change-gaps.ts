import type { FeeRule } from './fee-rule'
import { liveRules } from './live-rules'

/** Days (ISO, both counted) on which no version of a rule judges although one does before and one after. */
export type RuleGap = { readonly from: string; readonly to: string }

const DAY_MS = 86_400_000

/** The days that fall between the versions of one rule that judge, earliest first; nothing is wrong with them, they may be a slip. */
export function ruleGaps(versions: readonly FeeRule[]): readonly RuleGap[] {
  const inOrder = liveRules(versions).toSorted((a, b) => (a.effectiveFrom ?? '').localeCompare(b.effectiveFrom ?? ''))
  return inOrder.slice(1).flatMap(({ effectiveFrom }, at) => {
    const end = inOrder[at]?.effectiveTo ?? null
    if (end === null || effectiveFrom === null) return []
    const [from, to] = [dayAfter(end, 1), dayAfter(effectiveFrom, -1)]
    return from <= to ? [{ from, to }] : []
  })
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}
