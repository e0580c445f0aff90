import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { countOpenCorrections, insertCorrection } from '@/lib/data/corrections'
import { insertMessage } from '@/lib/data/messages'
import { notify } from '@/lib/data/notices'
import { countUnreadFromWorker, lockOwnCase } from '@/lib/data/own-case'
import { setSubjectDeadline } from '@/lib/data/subject-deadlines'
import { within } from '@/lib/data/within'
import { codesOf, OPEN_CORRECTIONS_MAXIMUM, type CorrectionField } from '@/lib/domain/corrections'
import { rightsDueAt } from '@/lib/domain/privacy/rights-request'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/**
 * A fact that is wrong, as it stands (`before`), and what is right: a code for country and scheme, words for the others.
 * `notice` are the words for the thread, so that an officer sees it in the queue.
 */
export type Proposal = {
  readonly requestId: string
  readonly field: CorrectionField
  readonly subjectId: string | null
  readonly before: string | null
  readonly after: string
  readonly notice: string
  readonly language: string
}
/** `corrections_full`: so many wait already that an officer has to answer first. */
export type ProposalError = { readonly code: 'case_gone' | 'corrections_full' }

/** Says that a fact of the own report is wrong. Nothing changes until an officer has looked, within 14 days; the same form twice is once. */
export function proposeCorrection(
  grant: Grant<'own_case.write'>,
  proposal: Proposal,
): Promise<Result<void, ProposalError>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    const caseSeal = own && (await findCaseSeal(on, own.id))
    if (!own || !caseSeal) return err({ code: 'case_gone' })
    if ((await countOpenCorrections(on)) >= OPEN_CORRECTIONS_MAXIMUM) return err({ code: 'corrections_full' })
    const at = now()
    const { requestId, field, subjectId, before, after, language, notice } = proposal
    const newCode = codesOf(field) === null ? null : after
    const correctionId = await insertCorrection(on, caseSeal, {
      requestId,
      field,
      subjectId,
      before,
      after,
      newCode,
      language,
      proposedAt: at,
    })
    if (correctionId === null) return ok(undefined)
    const clock = {
      kind: 'rights_request',
      subjectId: correctionId,
      ownerKind: 'officer',
      dueAt: rightsDueAt(at),
    } as const
    await setSubjectDeadline(on, own.id, clock, at)
    const messageId = await insertMessage(on, caseSeal, {
      requestId,
      direction: 'from_worker',
      authorStaffId: null,
      language,
      text: notice,
      sentAt: at,
    })
    if (messageId !== null) await countUnreadFromWorker(on)
    await notify(on, { caseId: own.id, kind: 'correction_proposed', key: requestId })
    await appendAudit(on, own.office.id, 'correction.proposed', { caseId: own.id, detail: { field } })
    return ok(undefined)
  })
}
