import 'server-only'
import type { IdentityVerdict, MetHow } from '@/lib/domain/identity-check'
import { newId } from '@/lib/platform/ids'
import { hashSecretCode, secretCodeHashes } from '@/lib/sealing/blind-index'
import type { Scoped } from './within'

type Checker = 'case.replace_code' | 'case.confirm_code'

/** A check of who somebody is: codes and counts only. */
export type CodeCheck = {
  readonly id: string
  readonly staffId: string
  readonly metHow: MetHow
  readonly facts: { readonly [fact: string]: string }
  readonly outcome: 'passed' | 'refused'
  readonly checkedAt: Date
  readonly confirmedById: string | null
  readonly confirmedAt: Date | null
  readonly replacedAt: Date | null
  /** When somebody first typed the code that this check replaced, and when a supervisor looked into it. */
  readonly alarmedAt: Date | null
  readonly lookedAt: Date | null
}

/** The checks of a case, the latest first. */
export async function listCodeChecks(on: Scoped<Checker | 'case.read'>, caseId: string): Promise<CodeCheck[]> {
  const rows = await on.db.codeReplacement.findMany({
    where: { caseId },
    omit: {
      caseId: true,
      requestId: true,
      matched: true,
      mismatched: true,
      needsSecond: true,
      formerHash: true,
      lookedById: true,
    },
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
 * it only with a check of this officer that was passed and that a second person confirmed, uses that up and keeps the hash of the
 * old code (migration code_safety).
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

/** A code that was replaced: when, and by which office. */
export type FormerCode = { readonly replacedAt: Date; readonly office: string }

/**
 * Whether this code (21 digits) was replaced; null for any other. The first time it is typed, supervisors who did not check get a
 * case to look at, and the trail an event.
 */
export async function noticeFormerCode(on: Scoped<'door.look_up'>, code: string, at: Date): Promise<FormerCode | null> {
  let found: FormerCode | null = null
  for (const hash of secretCodeHashes(code)) {
    const rows = await on.db.$queryRaw<
      { replaced_at: Date; office: string }[]
    >`SELECT replaced_at, office FROM app.former_code(${hash}, ${at}::timestamptz)`
    if (rows[0]) found ??= { replacedAt: rows[0].replaced_at, office: rows[0].office }
  }
  return found
}

/** Something about a code that a supervisor has to look at: a check to confirm, or a replaced code that somebody typed. */
export type CodeTask = { readonly number: string; readonly kind: 'confirm' | 'alarm' }

/** What waits for this supervisor, without what they checked themselves; empty for others. `since`: older checks count no more. */
export async function listCodeTasks(on: Scoped<'case.list'>, since: Date): Promise<CodeTask[]> {
  const { id, role, officeId } = on.grant.actor
  if (role !== 'supervisor') return []
  const rows = await on.db.codeReplacement.findMany({
    where: {
      NOT: { staffId: id },
      case: { officeId },
      OR: [
        { alarmedAt: { not: null }, lookedAt: null },
        { outcome: 'passed', confirmedAt: null, replacedAt: null, checkedAt: { gt: since } },
      ],
    },
    select: { alarmedAt: true, case: { select: { number: true } } },
    orderBy: { checkedAt: 'asc' },
    take: 50,
  })
  return rows.map((row) => ({ number: row.case.number, kind: row.alarmedAt === null ? 'confirm' : 'alarm' }))
}

/** A supervisor who did not check looked into a replaced code that was typed. False when there is nothing (any more) to look into. */
export async function updateAlarmsLooked(on: Scoped<'case.confirm_code'>, caseId: string, at: Date): Promise<boolean> {
  const rows = await on.db.$queryRaw<
    { looked: number }[]
  >`SELECT app.look_at_code_alarm(${caseId}::uuid, ${at}::timestamptz) AS looked`
  return (rows[0]?.looked ?? 0) > 0
}
