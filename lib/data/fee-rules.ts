import 'server-only'
import type { Permission } from '@/lib/access/policy'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import { liveRules } from '@/lib/domain/fees/rules/live-rules'
import { log } from '@/lib/platform/logger'
import { readFeeRule } from '@/lib/schemas/fees/fee-rule'
import type { Scoped } from './within'

/** Rules change when an administrator writes a new version; a process may be this much behind. */
const STALE_AFTER_MS = 60_000

type Known = { readonly versions: readonly FeeRule[]; readonly live: readonly FeeRule[]; readonly readAt: number }

let known: Known | undefined

/** The rules that judge, read at most once a minute; the same list while nothing is read anew, so that it is indexed once. */
export async function listLiveRules(on: Scoped<Permission>): Promise<readonly FeeRule[]> {
  return (await rulesOf(on)).live
}

/** Every version of every rule, the superseded ones too, which explain old verdicts; read at most once a minute. */
export async function listRuleVersions(on: Scoped<Permission>): Promise<readonly FeeRule[]> {
  return (await rulesOf(on)).versions
}

/** Forgets what this process remembers; after a transaction that added versions has ended. */
export function forgetFeeRules(): void {
  known = undefined
}

async function rulesOf(on: Scoped<Permission>): Promise<Known> {
  if (known && known.versions.length > 0 && performance.now() - known.readAt < STALE_AFTER_MS) return known
  const rows = await on.db.feeRule.findMany({
    select: { id: true, version: true, rule: true },
    orderBy: [{ id: 'asc' }, { version: 'asc' }],
  })
  // One that this version of the program cannot read is left out: a worker's report is not refused because of it.
  const versions = rows.flatMap(({ id, version, rule }) => {
    const read = readFeeRule(rule)
    if (read.ok) return [read.value]
    log('error', { event: 'fee_rule_unreadable', reference: `${id}@${version}`, code: read.error[0]?.code ?? '' })
    return []
  })
  known = { versions, live: liveRules(versions), readAt: performance.now() }
  return known
}
