import 'server-only'
import type { OfficerPreference, OfficerRequest, OfficerRequestOutcome } from '@/lib/domain/officer-change'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { DeadlineWriter } from './deadlines'
import type { Scoped } from './within'

const REASON = 'officer_request.sealed_reason'

/** Since when the worker waits for another officer; null when nobody waits. Everybody on the case may know that, nobody why. */
export async function officerAskedAt(on: Scoped<DeadlineWriter | 'case.read'>, caseId: string): Promise<Date | null> {
  const rows = await on.db.$queryRaw<{ at: Date | null }[]>`SELECT app.officer_asked_at(${caseId}::uuid) AS at`
  return rows[0]?.at ?? null
}

/** Officers the worker asked to have changed: they do not get the case (back). */
export async function officersChanged(
  on: Scoped<'case.take' | 'case.assign' | 'case.hand_over' | 'case.change_state'>,
  caseId: string,
): Promise<readonly string[]> {
  const rows = await on.db.$queryRaw<{ id: string }[]>`SELECT id FROM app.officers_changed(${caseId}::uuid) AS id`
  return rows.map(({ id }) => id)
}

/**
 * The requests of a case, oldest first: its worker sees the own ones, a supervisor those that are not about themselves; anybody
 * else none (the database decides).
 */
export async function listOfficerRequests(
  on: Scoped<'own_case.read' | 'own_case.write' | 'case.read' | 'case.answer_officer_request'>,
  caseSeal: CaseSeal,
): Promise<OfficerRequest[]> {
  const rows = await on.db.officerRequest.findMany({
    where: { caseId: caseSeal.caseId },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    preference: row.preference as OfficerPreference,
    reason: row.sealedReason && caseSeal.unseal(REASON, row.id, row.sealedReason),
    requestedAt: row.requestedAt,
    outcome: row.outcome as OfficerRequestOutcome | null,
    answeredAt: row.answeredAt,
  }))
}

/** Stores a request, its reason sealed. Call with the case locked. */
export async function insertOfficerRequest(
  on: Scoped<'own_case.write'>,
  caseSeal: CaseSeal,
  request: { requestId: string; preference: OfficerPreference; reason: string; requestedAt: Date },
): Promise<void> {
  const id = newId()
  const { reason, ...rest } = request
  await on.db.officerRequest.createMany({
    data: [
      { ...rest, id, caseId: caseSeal.caseId, sealedReason: reason === '' ? null : caseSeal.seal(REASON, id, reason) },
    ],
  })
}

/** Keeps whom the worker would rather talk to, for whoever gives the case to somebody. */
export async function updatePreferredOfficer(
  on: Scoped<'own_case.write'>,
  preference: OfficerPreference,
): Promise<void> {
  await on.db.casePerson.updateMany({
    where: { caseId: on.grant.actor.caseId, kind: 'worker' },
    data: { preferredOfficerSex: preference === 'any' ? null : preference },
  })
}

/** Answers the request that waits, if what is said is so (migration follow_up). Returns whether one was answered. */
export async function answerOfficerRequest(
  on: Scoped<'case.take' | 'case.assign' | 'case.hand_over' | 'case.change_state' | 'case.answer_officer_request'>,
  caseId: string,
  outcome: OfficerRequestOutcome,
  at: Date,
): Promise<boolean> {
  const rows = await on.db.$queryRaw<
    { done: boolean }[]
  >`SELECT app.answer_officer_request(${caseId}::uuid, ${outcome}, ${at}) AS done`
  return rows[0]?.done ?? false
}

/** Whom the worker would rather talk to; null when that was never said or does not matter. */
export async function findPreferredOfficer(
  on: Scoped<'case.assign' | 'case.read'>,
  caseId: string,
): Promise<Exclude<OfficerPreference, 'any'> | null> {
  const row = await on.db.casePerson.findFirst({
    where: { caseId, kind: 'worker', preferredOfficerSex: { not: null } },
    select: { preferredOfficerSex: true },
  })
  const said = row?.preferredOfficerSex
  return said === 'woman' || said === 'man' ? said : null
}
