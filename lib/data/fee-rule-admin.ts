import 'server-only'
import type { Permission } from '@/lib/access/policy'
import type { FeeRule } from '@/lib/domain/fees/rules/fee-rule'
import type { Prisma } from '@/prisma/generated/client'
import { feeRuleJson } from '@/lib/schemas/fees/fee-rule'
import { readableRule } from './fee-rules'
import type { Scoped } from './within'

/** A version of a rule with who made it and why. `madeBy` null and `isShipped` false: somebody of another office. */
export type RuleVersion = {
  readonly rule: FeeRule
  readonly isShipped: boolean
  readonly madeById: string | null
  readonly madeBy: string | null
  readonly reason: string | null
  readonly madeAt: Date
}

type VersionRow = {
  readonly id: string
  readonly version: number
  readonly rule: unknown
  readonly createdById: string | null
  readonly createdBy: string | null
  readonly reason: string | null
  readonly createdAt: Date
}

/** Every version of every rule that can be read, as it is stored now, by id and version. Nothing is remembered between calls. */
export async function readRuleVersions(on: Scoped<Permission>): Promise<RuleVersion[]> {
  const rows = await on.db.$queryRaw<VersionRow[]>`
    SELECT r.id, r.version, r.rule, r.created_by_id AS "createdById", s.display_name AS "createdBy", r.reason, r.created_at AS "createdAt"
    FROM fee_rule r LEFT JOIN staff s ON s.id = r.created_by_id ORDER BY r.id, r.version`
  return rows.flatMap((row) =>
    readableRule(row).map((rule) => ({
      rule,
      isShipped: row.createdById === null,
      madeById: row.createdById,
      madeBy: row.createdBy,
      reason: row.reason,
      madeAt: row.createdAt,
    })),
  )
}

/** Holds every other change of rules back until this transaction ends, so that what was checked is what is added to. */
export async function lockFeeRules(on: Scoped<'fee_rule.manage'>): Promise<void> {
  await on.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('fee_rule'))`
}

/** Adds versions in the name of the administrator. What is there is never changed. */
export async function insertRuleVersions(
  on: Scoped<'fee_rule.manage'>,
  rules: readonly FeeRule[],
  reason: string,
  at: Date,
): Promise<void> {
  await on.db.feeRule.createMany({
    data: rules.map((rule) => ({
      id: rule.id,
      version: rule.version,
      supersedes: rule.supersedes,
      rule: feeRuleJson(rule) as Prisma.InputJsonObject,
      createdById: on.grant.actor.id,
      reason,
      createdAt: at,
    })),
  })
}
