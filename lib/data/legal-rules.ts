import 'server-only'
import type { Permission } from '@/lib/access/policy'
import { rulesInUse, type LegalRule } from '@/lib/domain/forums/legal-rule'
import { log } from '@/lib/platform/logger'
import type { Prisma } from '@/prisma/generated/client'
import { legalRuleJson, readLegalRule } from '@/lib/schemas/forums/legal-rule'
import type { Scoped } from './within'

/** A version with who made it and why; `madeById` null: it came with the product. */
export type LegalRuleVersion = {
  readonly rule: LegalRule
  readonly madeById: string | null
  readonly madeBy: string | null
  readonly reason: string | null
  readonly madeAt: Date
}

type Row = {
  readonly id: string
  readonly version: number
  readonly rule: unknown
  readonly madeById: string | null
  readonly madeBy: string | null
  readonly reason: string | null
  readonly madeAt: Date
}

/** Every version that can be read, by id and version. One that cannot is left out and logged. */
export async function listLegalRuleVersions(on: Scoped<Permission>): Promise<LegalRuleVersion[]> {
  const rows = await on.db.$queryRaw<Row[]>`
    SELECT r.id, r.version, r.rule, r.created_by_id AS "madeById", s.display_name AS "madeBy", r.reason, r.created_at AS "madeAt"
    FROM legal_rule r LEFT JOIN staff s ON s.id = r.created_by_id ORDER BY r.id, r.version`
  return rows.flatMap(({ rule: raw, ...row }) => {
    const rule = readLegalRule(raw)
    if (rule !== null) return [{ ...row, rule }]
    log('error', { event: 'legal_rule_unreadable', reference: `${row.id}@${String(row.version)}` })
    return []
  })
}

/** The rules in use. */
export async function listLegalRules(on: Scoped<Permission>): Promise<readonly LegalRule[]> {
  return rulesInUse((await listLegalRuleVersions(on)).map(({ rule }) => rule))
}

/** Holds every other change of these rules back until this transaction ends. */
export async function lockLegalRules(on: Scoped<'legal_rule.manage'>): Promise<void> {
  await on.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('legal_rule'))`
}

/** Adds a version in the name of the administrator. What is there is never changed. */
export async function insertLegalRule(
  on: Scoped<'legal_rule.manage'>,
  rule: LegalRule,
  reason: string,
  at: Date,
): Promise<void> {
  await on.db.legalRule.createMany({
    data: [
      {
        id: rule.id,
        version: rule.version,
        kind: rule.kind,
        rule: legalRuleJson(rule) as Prisma.InputJsonObject,
        createdById: on.grant.actor.id,
        reason,
        createdAt: at,
      },
    ],
  })
}
