import 'server-only'
import type { Permission } from '@/lib/access/policy'
import type { RuleRef } from '@/lib/domain/fees/rules/fee-rule'
import { versionKey } from '@/lib/domain/fees/rules/live-rules'
import type { Scoped } from './within'

/** Why an administrator made these versions, by `id@version`; versions that came with the product have no reason. */
export async function listRuleReasons(
  on: Scoped<Permission>,
  refs: readonly RuleRef[],
): Promise<ReadonlyMap<string, string>> {
  if (refs.length === 0) return new Map()
  const rows = await on.db.feeRule.findMany({
    where: { OR: refs.map(({ id, version }) => ({ id, version })), reason: { not: null } },
    select: { id: true, version: true, reason: true },
  })
  return new Map(rows.map((row) => [versionKey(row), row.reason ?? '']))
}
