import 'server-only'
import type { CaseCorrection, CorrectionField, CorrectionState } from '@/lib/domain/corrections'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

/** A proposal to store; `before` and `after` as in CaseCorrection. */
export type NewCorrection = Pick<
  CaseCorrection,
  'field' | 'subjectId' | 'before' | 'after' | 'language' | 'proposedAt'
> & {
  readonly requestId: string
  readonly newCode: string | null
}

const OLD = 'correction.sealed_old'
const NEW = 'correction.sealed_new'
const REASON = 'correction.sealed_reason'

/** What the worker said is wrong, in the order it was said. */
export async function listCorrections(
  on: Scoped<'own_case.read' | 'own_case.write' | 'case.read' | 'case.decide_correction'>,
  caseSeal: CaseSeal,
): Promise<CaseCorrection[]> {
  const rows = await on.db.correction.findMany({
    where: { caseId: caseSeal.caseId },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    id: row.id,
    field: row.field as CorrectionField,
    subjectId: row.subjectId,
    before: row.sealedOld && caseSeal.unseal(OLD, row.id, row.sealedOld),
    after: row.newCode ?? caseSeal.unseal(NEW, row.id, row.sealedNew),
    language: row.language,
    state: row.state as CorrectionState,
    proposedAt: row.proposedAt,
    decidedAt: row.decidedAt,
    reason: row.sealedReason && caseSeal.unseal(REASON, row.id, row.sealedReason),
  }))
}

/** Whether the case may still change: it has not ended and is not to be erased. The database decides the same again. */
export async function isCorrectable(on: Scoped<'case.decide_correction'>, caseId: string): Promise<boolean> {
  const count = await on.db.case.count({ where: { id: caseId, NOT: { state: 'closed' }, eraseDueAt: null } })
  return count > 0
}

/** Stores a proposal, its words sealed. False when the form with this id was sent before. */
export async function insertCorrection(
  on: Scoped<'own_case.write'>,
  caseSeal: CaseSeal,
  correction: NewCorrection,
): Promise<string | null> {
  const id = newId()
  const { before, after, ...rest } = correction
  const { count } = await on.db.correction.createMany({
    data: [
      {
        ...rest,
        id,
        caseId: caseSeal.caseId,
        sealedOld: before === null ? null : caseSeal.seal(OLD, id, before),
        sealedNew: caseSeal.seal(NEW, id, after),
      },
    ],
    skipDuplicates: true,
  })
  return count > 0 ? id : null
}

/** How many proposals wait for an officer. */
export function countOpenCorrections(on: Scoped<'own_case.write'>): Promise<number> {
  return on.db.correction.count({ where: { caseId: on.grant.actor.caseId, state: 'proposed' } })
}

/** Writes down what an officer decided. False when somebody had decided before. */
export async function updateCorrectionDecided(
  on: Scoped<'case.decide_correction'>,
  caseSeal: CaseSeal,
  id: string,
  decision: { state: 'accepted' | 'declined'; reason: string; decidedAt: Date },
): Promise<boolean> {
  const { state, reason, decidedAt } = decision
  const { count } = await on.db.correction.updateMany({
    where: { id, caseId: caseSeal.caseId, state: 'proposed' },
    data: {
      state,
      decidedAt,
      decidedById: on.grant.actor.id,
      sealedReason: reason === '' ? null : caseSeal.seal(REASON, id, reason),
    },
  })
  return count === 1
}
