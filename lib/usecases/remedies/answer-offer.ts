import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal, type CaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import { insertMessage } from '@/lib/data/messages'
import { insertNote } from '@/lib/data/notes'
import { notify } from '@/lib/data/notices'
import { countUnreadFromWorker, lockOwnCase } from '@/lib/data/own-case'
import { updateAnswered } from '@/lib/data/remedy-offers'
import { listRemedyRecords } from '@/lib/data/remedy-records'
import { endSubjectDeadline, setSubjectDeadline } from '@/lib/data/subject-deadlines'
import { within, type Scoped } from '@/lib/data/within'
import type { Remedy } from '@/lib/domain/remedies/remedy'
import { endOfDay } from '@/lib/domain/remedies/schedule'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** What the worker says to an offer. `fingerprint` is that of the page: only what was shown is answered. */
export type OwnAnswer = {
  readonly requestId: string
  readonly remedyId: string
  readonly fingerprint: string
  readonly isYes: boolean
  readonly words: string
  /** For the thread: that there was an answer, and the words. */
  readonly notice: string
  readonly language: string
}
/** `offer_over`: it was answered, replaced or taken back meanwhile, or is none of this case; nothing was stored. */
export type AnswerError = { readonly code: 'case_gone' | 'offer_over' }

/** The worker says yes or no to what is offered. The same answer twice is once. */
export function answerOffer(grant: Grant<'own_case.write'>, answer: OwnAnswer): Promise<Result<void, AnswerError>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    const caseSeal = own && (await findCaseSeal(on, own.id))
    if (!own || !caseSeal) return err({ code: 'case_gone' })
    const at = now()
    const { requestId, remedyId, fingerprint, isYes, words, notice, language } = answer
    const stored = await updateAnswered(on, caseSeal, { id: remedyId, fingerprint }, { isYes, words, language, at })
    if (!stored) return (await wasAnsweredSo(on, caseSeal, answer)) ? ok(undefined) : err({ code: 'offer_over' })
    await afterAnswer(on, caseSeal, remedyId, isYes, at)
    const message = { requestId, direction: 'from_worker', authorStaffId: null, language, text: notice } as const
    if ((await insertMessage(on, caseSeal, { ...message, sentAt: at })) !== null) await countUnreadFromWorker(on)
    await notify(on, { caseId: own.id, kind: 'offer_answered', key: remedyId })
    await appendAudit(on, own.office.id, isYes ? 'remedy.accepted' : 'remedy.declined', {
      caseId: own.id,
      detail: { remedyId, fingerprint, how: 'tap' },
    })
    return ok(undefined)
  })
}

/** What the worker told an officer of an offer; `words` say when and how, and are kept as a note too. */
export type ToldAnswer = {
  readonly number: string
  readonly requestId: string
  readonly remedyId: string
  readonly fingerprint: string
  readonly isYes: boolean
  readonly words: string
}

/** Writes down an answer that the worker gave to the officer of the grant, who is its witness. */
export function recordToldAnswer(
  grant: Grant<'case.write_remedies'>,
  told: ToldAnswer,
): Promise<Result<void, { readonly code: 'not_found' | AnswerError['code'] }>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, told.number)
    if (!head) return err({ code: 'not_found' })
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    const at = now()
    const { requestId, remedyId, fingerprint, isYes, words } = told
    const answer = { isYes, words, language: grant.actor.locale, at }
    if (!(await updateAnswered(on, caseSeal, { id: remedyId, fingerprint }, answer)))
      return (await wasAnsweredSo(on, caseSeal, told)) ? ok(undefined) : err({ code: 'offer_over' })
    await afterAnswer(on, caseSeal, remedyId, isYes, at)
    await insertNote(on, caseSeal, { requestId, kind: 'reason', text: words, createdAt: at })
    await appendAudit(on, grant.actor.officeId, isYes ? 'remedy.accepted' : 'remedy.declined', {
      caseId: head.id,
      detail: { remedyId, fingerprint, how: 'told_to_officer' },
    })
    return ok(undefined)
  })
}

type On = Scoped<'own_case.write' | 'case.write_remedies'>

/** The clock of the answer ends; with a yes those of the instalments begin, and those of what it replaces end. */
async function afterAnswer(on: On, caseSeal: CaseSeal, remedyId: string, isYes: boolean, at: Date): Promise<void> {
  const { caseId } = caseSeal
  await endSubjectDeadline(on, caseId, 'remedy_answer', remedyId, 'met', at)
  if (!isYes) return
  const records = await listRemedyRecords(on, caseSeal)
  const agreed = records.find(({ id }) => id === remedyId)
  const former = records.find(({ id }) => id === agreed?.replacesId)
  for (const { id } of former?.instalments ?? [])
    await endSubjectDeadline(on, caseId, 'repayment_due', id, 'cancelled', at)
  for (const { id, dueOn } of agreed?.instalments ?? [])
    if (dueOn !== null)
      await setSubjectDeadline(
        on,
        caseId,
        { kind: 'repayment_due', subjectId: id, ownerKind: 'party', dueAt: endOfDay(dueOn) },
        at,
      )
}

async function wasAnsweredSo(
  on: On,
  caseSeal: CaseSeal,
  { remedyId, fingerprint, isYes }: { remedyId: string; fingerprint: string; isYes: boolean },
): Promise<boolean> {
  const is = (one: Remedy) => one.id === remedyId && one.fingerprint === fingerprint
  const found = (await listRemedyRecords(on, caseSeal)).find(is)
  return found !== undefined && (isYes ? found.agreedAt !== null : found.declinedAt !== null)
}
