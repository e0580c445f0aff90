import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { listReassessments } from '@/lib/data/fee-reassessments'
import { readRuleVersions, type RuleVersion } from '@/lib/data/fee-rule-admin'
import { within } from '@/lib/data/within'
import { liveRules, versionKey } from '@/lib/domain/fees/rules/live-rules'
import type { Reassessment } from '@/lib/domain/fees/reassessment'

/** A version with whether it judges: no other one supersedes it. */
export type ListedVersion = RuleVersion & { readonly isLive: boolean }

/** Every version of every rule, and the latest reassessments. */
export function readFeeRules(
  grant: Grant<'fee_rule.manage'>,
): Promise<{ readonly versions: readonly ListedVersion[]; readonly reassessments: readonly Reassessment[] }> {
  return within(grant, async (on) => ({
    versions: withStanding(await readRuleVersions(on)),
    reassessments: await listReassessments(on),
  }))
}

/** The versions of one rule, the latest first; empty when there is none of this id. */
export async function readRuleHistory(grant: Grant<'fee_rule.manage'>, id: string): Promise<readonly ListedVersion[]> {
  const versions = await within(grant, readRuleVersions)
  return withStanding(versions.filter(({ rule }) => rule.id === id)).toReversed()
}

function withStanding(versions: readonly RuleVersion[]): readonly ListedVersion[] {
  const live = new Set(liveRules(versions.map(({ rule }) => rule)).map(versionKey))
  return versions.map((version) => ({ ...version, isLive: live.has(versionKey(version.rule)) }))
}
