import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal, type CaseSeal } from '@/lib/data/case-keys'
import { lockCase, updateCase } from '@/lib/data/case-state'
import { updateCasePartyName } from '@/lib/data/case-parties'
import { isCorrectable, listCorrections, updateCorrectionDecided } from '@/lib/data/corrections'
import { refreshAssessment } from '@/lib/data/fee-assessments'
import { insertRevisions } from '@/lib/data/ledger-revisions'
import { endSubjectDeadline } from '@/lib/data/subject-deadlines'
import { within, type Scoped } from '@/lib/data/within'
import type { CaseHead } from '@/lib/domain/case-file'
import type { CaseCorrection } from '@/lib/domain/corrections'
import { corridorOf } from '@/lib/domain/corridor'
import { DESTINATION_CODES, isOriginCode } from '@/lib/domain/countries'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { tellWorker } from './tell-worker'

/** What an officer makes of a proposal; `reason` goes to the worker, and must be there when it is declined. */
export type CorrectionDecision = {
  readonly number: string
  readonly correctionId: string
  readonly requestId: string
  readonly decision: 'accepted' | 'declined'
  readonly reason: string
}
/**
 * `changed_meanwhile`: somebody decided before. `case_closed`: the case ended or is to be erased. `reason_missing`: declined
 * without a word to the worker.
 */
export type CorrectionDecisionError = {
  readonly code: 'not_found' | 'case_gone' | 'case_closed' | 'changed_meanwhile' | 'reason_missing'
}

/**
 * Takes a correction of the worker over or declines it. Country, scheme and the name of a party are changed here; payments, debts
 * and pay are changed in the ledger, where the officer goes next. All or nothing.
 */
export function decideCorrection(
  grant: Grant<'case.decide_correction'>,
  asked: CorrectionDecision,
): Promise<Result<CaseCorrection, CorrectionDecisionError>> {
  return within(grant, async (on) => {
    const { decision, reason } = asked
    const head = await lockCase(on, asked.number)
    if (!head) return err({ code: 'not_found' })
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    const correction = (await listCorrections(on, caseSeal)).find(({ id }) => id === asked.correctionId)
    if (!correction) return err({ code: 'not_found' })
    // A second tap of the same kind finds what the first one did.
    if (correction.state !== 'proposed')
      return correction.state === decision ? ok(correction) : err({ code: 'changed_meanwhile' })
    if (!(await isCorrectable(on, head.id))) return err({ code: 'case_closed' })
    if (decision === 'declined' && reason === '') return err({ code: 'reason_missing' })
    const at = now()
    if (!(await updateCorrectionDecided(on, caseSeal, correction.id, { state: decision, reason, decidedAt: at })))
      return err({ code: 'changed_meanwhile' })
    await endSubjectDeadline(on, head.id, 'rights_request', correction.id, 'met', at)
    if (decision === 'accepted') await apply(on, caseSeal, head, correction, at)
    if (reason !== '') await tellWorker(on, caseSeal, head, { requestId: asked.requestId, text: reason, at })
    await appendAudit(on, grant.actor.officeId, `correction.${decision}`, {
      caseId: head.id,
      detail: { field: correction.field },
    })
    return ok({ ...correction, state: decision, decidedAt: at, reason: reason === '' ? null : reason })
  })
}

async function apply(
  on: Scoped<'case.decide_correction'>,
  caseSeal: CaseSeal,
  head: CaseHead,
  { field, subjectId, after }: CaseCorrection,
  at: Date,
): Promise<void> {
  if (field === 'party' && subjectId !== null) await updateCasePartyName(on, caseSeal, subjectId, after, head.origin)
  if (field !== 'origin' && field !== 'scheme') return
  const destination = DESTINATION_CODES.find((code) => code === head.destination)
  const way =
    field === 'scheme'
      ? { scheme: after }
      : {
          origin: after,
          corridor: isOriginCode(after) && destination !== undefined ? corridorOf(after, destination) : null,
        }
  // The case is locked: nobody can have made another version meanwhile.
  await updateCase(on, head.id, head.version, way)
  await insertRevisions(on, caseSeal, [
    {
      subject: 'placement',
      subjectId: head.id,
      change: 'changed',
      before: { origin: head.origin, scheme: head.scheme },
      reason: null,
      changedAt: at,
    },
  ])
  await refreshAssessment(on, head.id, 'facts_changed')
}
