import 'server-only'
import type { Permission } from '@/lib/access/policy'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import { liveRules } from '@/lib/domain/fees/rules/live-rules'
import { log } from '@/lib/platform/logger'
import { readFeeRule } from '@/lib/schemas/fees/fee-rule'
import { readFeeStamps, type FeeStamps } from './fee-stamps'
import type { Scoped } from './within'

/** Rules change when an administrator writes a new version; a page may be this much behind, a stored verdict not at all. */
const STALE_AFTER_MS = 60_000

type Known = {
  readonly versions: readonly FeeRule[]
  readonly live: readonly FeeRule[]
  readonly stamp: string
  readonly readAt: number
}

let known: Known | undefined

/**
 * The rules that judge, read at most once a minute, or, with the stamps of now, whenever they differ; the same list while nothing
 * is read anew, so that it is indexed once.
 */
export async function listLiveRules(on: Scoped<Permission>, stamps?: FeeStamps): Promise<readonly FeeRule[]> {
  return (await rulesOf(on, stamps)).live
}

/** Every version of every rule, the superseded ones too, which explain old verdicts; read as often as the rules that judge. */
export async function listRuleVersions(on: Scoped<Permission>, stamps?: FeeStamps): Promise<readonly FeeRule[]> {
  return (await rulesOf(on, stamps)).versions
}

/**
 * The rule of a stored row, or none. One that this version of the program cannot read is left out and logged: neither a worker's
 * report nor the judging of other cases nor the page of the rules stops because of it.
 */
export function readableRule({ id, version, rule }: { id: string; version: number; rule: unknown }): FeeRule[] {
  const read = readFeeRule(rule)
  if (read.ok) return [read.value]
  log('error', { event: 'fee_rule_unreadable', reference: `${id}@${version}`, code: read.error[0]?.code ?? '' })
  return []
}

/** Forgets what this process remembers; after a transaction that added versions has ended. */
export function forgetFeeRules(): void {
  known = undefined
}

async function rulesOf(on: Scoped<Permission>, stamps?: FeeStamps): Promise<Known> {
  if (known && known.versions.length > 0 && isFresh(known, stamps)) return known
  // Before the rows: what is added in between is under a stamp that is too old, and read again.
  const stamp = (stamps ?? (await readFeeStamps(on))).rules
  const rows = await on.db.feeRule.findMany({
    select: { id: true, version: true, rule: true },
    orderBy: [{ id: 'asc' }, { version: 'asc' }],
  })
  const versions = rows.flatMap(readableRule)
  known = { versions, live: liveRules(versions), stamp, readAt: performance.now() }
  return known
}

function isFresh({ stamp, readAt }: Known, stamps: FeeStamps | undefined): boolean {
  return stamps === undefined ? performance.now() - readAt < STALE_AFTER_MS : stamps.rules === stamp
}
