import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAuditEverywhere } from '@/lib/data/audit'
import { countFeeCases, requestReassessment } from '@/lib/data/fee-reassessments'
import { insertRuleVersions, lockFeeRules, readRuleVersions, type RuleVersion } from '@/lib/data/fee-rule-admin'
import { forgetFeeRules } from '@/lib/data/fee-rules'
import { within } from '@/lib/data/within'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import { versionKey } from '@/lib/domain/fees/rules/live-rules'
import {
  addedVersions,
  type RuleChangeError,
  type RuleChangeKind,
  type RuleText,
} from '@/lib/domain/fees/rules/rule-change'
import { ruleGaps, type RuleGap } from '@/lib/domain/fees/rules/rule-change-gaps'
import { checkFeeRules, type RuleProblem } from '@/lib/domain/fees/rules/rule-problems'
import { originsOf } from '@/lib/domain/fees/reassessment'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { feeRuleJson, readFeeRule } from '@/lib/schemas/fees/fee-rule'

/** A change as the form sends it. `latest`: the highest version when the form was opened, 0 for a rule that is new. */
export type RuleChangeInput = {
  readonly kind: RuleChangeKind
  readonly base: number | null
  readonly latest: number
  readonly text: RuleText
}

export type RuleRefusal =
  | { readonly code: RuleChangeError | 'not_found' | 'changed_meanwhile' | 'nothing_changed' }
  | { readonly code: 'rule_problems'; readonly problems: readonly RuleProblem[] }

/** What a change would add, beside the text of before (null for a new rule), and how many open cases would be judged again. */
export type RuleChangePreview = {
  readonly before: FeeRule | null
  readonly added: readonly FeeRule[]
  readonly caseCount: number
  /** Days between two versions that judge on which none of them would. */
  readonly gaps: readonly RuleGap[]
}

/** What a change would do; nothing is saved. Refused when the rules would contradict each other, with every reason. */
export function previewRuleChange(
  grant: Grant<'fee_rule.manage'>,
  input: RuleChangeInput,
): Promise<Result<RuleChangePreview, RuleRefusal>> {
  return within(grant, async (on) => {
    const stored = await readRuleVersions(on)
    const planned = plan(stored, input, grant.actor.id)
    if (!planned.ok) return planned
    const { before, added } = planned.value
    const own = stored.map(({ rule }) => rule).filter(({ id }) => id === input.text.id)
    const caseCount = await countFeeCases(on, originsOf([...(before ? [before] : []), ...added]))
    return ok({ before, added, caseCount, gaps: ruleGaps([...own, ...added]) })
  })
}

/**
 * Adds the versions of a change in the name of the administrator, with the reason, an event for every office, and open cases of the countries
 * concerned to be judged again. Nothing that is there is rewritten. Sent twice, it adds once.
 */
export async function saveRuleChange(
  grant: Grant<'fee_rule.manage'>,
  input: RuleChangeInput & { readonly reason: string },
): Promise<Result<readonly FeeRule[], RuleRefusal>> {
  const at = now()
  const saved = await within(grant, async (on): Promise<Result<readonly FeeRule[], RuleRefusal>> => {
    await lockFeeRules(on)
    const planned = plan(await readRuleVersions(on), input, grant.actor.id)
    if (!planned.ok) return planned
    const { before, added, isSaved } = planned.value
    if (isSaved) return ok(added)
    await insertRuleVersions(on, added, input.reason, at)
    await requestReassessment(
      on,
      {
        cause: 'rule_changed',
        ruleRefs: [...(before ? [before] : []), ...added].map(versionKey),
        origins: originsOf([...(before ? [before] : []), ...added]),
      },
      at,
    )
    await appendAuditEverywhere(on, 'fee_rule.add', {
      rule: input.text.id,
      kind: input.kind,
      versions: added.map(({ version }) => String(version)),
    })
    return ok(added)
  })
  forgetFeeRules()
  return saved
}

type Planned = { readonly before: FeeRule | null; readonly added: readonly FeeRule[]; readonly isSaved: boolean }

function plan(stored: readonly RuleVersion[], input: RuleChangeInput, actorId: string): Result<Planned, RuleRefusal> {
  const { kind, text, latest } = input
  const own = stored.filter(({ rule }) => rule.id === text.id)
  const then = own.filter(({ rule }) => rule.version <= latest)
  if (kind !== 'new' && then.length === 0) return err({ code: 'not_found' })
  const others = stored.filter(({ rule }) => rule.id !== text.id).map(({ rule }) => rule)
  const known = then.map(({ rule }) => rule)
  const before = known.find(({ version }) => version === input.base) ?? null
  // A rule that is new to the form and not to the table: the id is taken, or the form was sent twice.
  const change = addedVersions(known, { kind, base: before, text })
  if (!change.ok) return err({ code: change.error })
  const added = change.value
  const later = own.filter(({ rule }) => rule.version > latest)
  if (later.length > 0) {
    const isSaved = added.every((rule) => later.some((one) => one.madeById === actorId && isSame(one.rule, rule)))
    if (isSaved) return ok({ before, added, isSaved })
    return err({ code: kind === 'new' ? 'id_taken' : 'changed_meanwhile' })
  }
  if (before && kind === 'correction' && added.every((rule) => isSame({ ...rule, ...numbersOf(before) }, before))) {
    return err({ code: 'nothing_changed' })
  }
  const problems = [...added.flatMap(unreadable), ...checkFeeRules([...others, ...known, ...added])].filter(
    ({ rule }) => rule === text.id,
  )
  return problems.length > 0 ? err({ code: 'rule_problems', problems }) : ok({ before, added, isSaved: false })
}

function numbersOf({ version, supersedes }: FeeRule): Pick<FeeRule, 'version' | 'supersedes'> {
  return { version, supersedes }
}

function isSame(a: FeeRule, b: FeeRule): boolean {
  return JSON.stringify(feeRuleJson(a)) === JSON.stringify(feeRuleJson(b))
}

/** What the reader of stored rules would refuse: a rule that could be saved and not be read again would stop every page. */
function unreadable(rule: FeeRule): readonly RuleProblem[] {
  const read = readFeeRule(feeRuleJson(rule))
  return read.ok ? [] : read.error
}
