import 'server-only'
import type { IdentityVerdict, MetHow } from '@/lib/domain/identity-check'
import { newId } from '@/lib/platform/ids'
import { hashSecretCode } from '@/lib/sealing/blind-index'
import type { Scoped } from './within'

type Checker = 'case.replace_code' | 'case.confirm_code'

/** A check of who somebody is: codes and counts only. */
export type CodeCheck = {
  readonly id: string
  readonly staffId: string
  readonly metHow: MetHow
  readonly facts: { readonly [fact: string]: string }
  readonly outcome: 'passed' | 'refused'
  readonly needsSecond: boolean
  readonly checkedAt: Date
  readonly confirmedById: string | null
  readonly confirmedAt: Date | null
  readonly replacedAt: Date | null
}

/** The checks of a case, the latest first. */
export async function listCodeChecks(on: Scoped<Checker | 'case.read'>, caseId: string): Promise<CodeCheck[]> {
  const rows = await on.db.codeReplacement.findMany({
    where: { caseId },
    omit: { caseId: true, requestId: true, matched: true, mismatched: true },
    orderBy: [{ checkedAt: 'desc' }, { id: 'desc' }],
    take: 20,
  })
  return rows.map((row) => ({
    ...row,
    metHow: row.metHow as MetHow,
    facts: row.facts as CodeCheck['facts'],
    outcome: row.outcome as CodeCheck['outcome'],
  }))
}

/** How often somebody was checked in this case since an instant, by other forms than this one. */
export function countCodeChecks(
  on: Scoped<Checker>,
  caseId: string,
  other: { since: Date; requestId: string },
): Promise<number> {
  const { since, requestId } = other
  return on.db.codeReplacement.count({ where: { caseId, checkedAt: { gt: since }, NOT: { requestId } } })
}

/** Writes a check down in the name of the grant. False when the form with this id was sent before. */
export async function insertCodeCheck(
  on: Scoped<'case.replace_code'>,
  caseId: string,
  check: { requestId: string; metHow: MetHow; verdict: IdentityVerdict; checkedAt: Date },
): Promise<boolean> {
  const { requestId, metHow, verdict, checkedAt } = check
  const { asked, ...counts } = verdict
  const { count } = await on.db.codeReplacement.createMany({
    data: [{ id: newId(), caseId, staffId: on.grant.actor.id, requestId, metHow, facts: asked, ...counts, checkedAt }],
    skipDuplicates: true,
  })
  return count > 0
}

/** A second person confirms a check. False when there is nothing (any more) that this person can confirm. */
export async function updateCodeCheckConfirmed(
  on: Scoped<'case.confirm_code'>,
  caseId: string,
  id: string,
  confirmedAt: Date,
): Promise<boolean> {
  const { count } = await on.db.codeReplacement.updateMany({
    where: { id, caseId, outcome: 'passed', confirmedAt: null, replacedAt: null, NOT: { staffId: on.grant.actor.id } },
    data: { confirmedById: on.grant.actor.id, confirmedAt },
  })
  return count === 1
}

/**
 * Gives the case another code (21 digits); the old one opens nothing any more and the worker's sessions end. The database allows
 * it only with a check of this officer that was passed, and uses that up (migration follow_up).
 */
export async function updateSecretCode(on: Scoped<'case.replace_code'>, caseId: string, code: string): Promise<void> {
  await on.db.case.update({
    where: { id: caseId, officeId: on.grant.actor.officeId },
    data: { codeHash: hashSecretCode(code) },
    select: { id: true },
  })
}

/** When new codes were made, for the worker of the case. */
export async function listCodeChanges(on: Scoped<'own_case.read'>): Promise<Date[]> {
  const rows = await on.db.codeReplacement.findMany({
    where: { caseId: on.grant.actor.caseId, replacedAt: { not: null } },
    select: { replacedAt: true },
    orderBy: { replacedAt: 'asc' },
  })
  return rows.flatMap(({ replacedAt }) => replacedAt ?? [])
}
