import { isDay } from '@/lib/domain/calendar/day'
import { err, ok, type Result } from '@/lib/domain/result'
import type { FeeRule } from './fee-rule'

/** What a rule says, before it has a number. */
export type RuleText = Omit<FeeRule, 'version' | 'supersedes'>

/**
 * How a rule is changed. `new`: there was none of this id. `correction`: the version `base` was written down wrongly, the new
 * text takes its place on all its days. `amendment`: the law changed, the new text counts from its first day and the old one
 * until the day before.
 */
export type RuleChangeKind = 'new' | 'correction' | 'amendment'
export type RuleChange = {
  readonly kind: RuleChangeKind
  readonly base: FeeRule | null
  readonly text: RuleText
}

export type RuleChangeError = 'id_taken' | 'base_replaced' | 'first_day_needed' | 'first_day_not_after_start'

/**
 * The versions a change adds to those there are; nothing that is there is rewritten. An amendment makes two: the old text with
 * its last day, and the new one.
 */
export function addedVersions(versions: readonly FeeRule[], change: RuleChange): Result<FeeRule[], RuleChangeError> {
  const { kind, base, text } = change
  const own = versions.filter(({ id }) => id === text.id)
  const next = Math.max(0, ...own.map(({ version }) => version)) + 1
  if (kind === 'new') return own.length > 0 ? err('id_taken') : ok([{ ...text, version: next, supersedes: null }])
  if (base === null || own.some(({ supersedes }) => supersedes === base.version)) return err('base_replaced')
  if (kind === 'correction') return ok([{ ...text, version: next, supersedes: base.version }])
  const firstDay = text.effectiveFrom
  if (firstDay === null || !isDay(firstDay)) return err('first_day_needed')
  if (base.effectiveFrom !== null && firstDay <= base.effectiveFrom) return err('first_day_not_after_start')
  if (base.effectiveTo !== null && firstDay > base.effectiveTo)
    return ok([{ ...text, version: next, supersedes: null }])
  return ok([
    { ...base, version: next, supersedes: base.version, effectiveTo: dayBefore(firstDay) },
    { ...text, version: next + 1, supersedes: null },
  ])
}

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}
