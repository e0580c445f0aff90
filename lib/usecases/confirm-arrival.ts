import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { insertArrivalAnswer, listOwnRemedies, updateArrived, updateNotArrived } from '@/lib/data/arrivals'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { reassessReturned } from '@/lib/data/fee-assessments'
import { insertMessage } from '@/lib/data/messages'
import { notify } from '@/lib/data/notices'
import { countUnreadFromWorker, lockOwnCase, updateOwnCase, type OwnCase } from '@/lib/data/own-case'
import { within, type Scoped } from '@/lib/data/within'
import type { Arrived } from '@/lib/domain/arrival'
import { move } from '@/lib/domain/case-workflow'
import type { Money } from '@/lib/domain/money/money'
import { err, ok, type Result } from '@/lib/domain/result'
import { factsForWorker } from '@/lib/domain/workflow/worker-facts'
import { now } from '@/lib/platform/clock'
import { keepArrived } from './remedies/arrived-sums'

/** What arrived of a remedy, or of one payment of it; `notice` are the words for the thread. */
export type Arrival = {
  readonly requestId: string
  readonly remedyId: string
  readonly repaymentId: string | null
  readonly arrived: Arrived
  readonly amount: Money | null
  readonly notice: string
  readonly language: string
}
/** `remedy_unknown`: nothing of this id was agreed in this case, or the promise was broken. */
export type ArrivalError = { readonly code: 'case_gone' | 'remedy_unknown' }

/**
 * The worker says whether what was agreed has arrived. Only "yes, all of it" confirms it; a part or nothing opens the matter again:
 * whoever holds the case is told, the party's clock runs, and a closed case that may still be opened is. The same form twice is once.
 */
export function confirmArrival(grant: Grant<'own_case.write'>, arrival: Arrival): Promise<Result<void, ArrivalError>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    const caseSeal = own && (await findCaseSeal(on, own.id))
    if (!own || !caseSeal) return err({ code: 'case_gone' })
    const { requestId, remedyId, repaymentId, arrived, amount, notice, language } = arrival
    const remedy = (await listOwnRemedies(on, caseSeal)).find(
      ({ id, failedAt }) => id === remedyId && failedAt === null,
    )
    if (!remedy || (repaymentId !== null && remedy.payments.every(({ id }) => id !== repaymentId)))
      return err({ code: 'remedy_unknown' })
    const at = now()
    const isNew = await insertArrivalAnswer(on, {
      requestId,
      remedyId,
      repaymentId,
      arrived,
      amountMinor: amount?.amountMinor ?? null,
      currency: amount?.currency ?? null,
      answeredAt: at,
    })
    if (!isNew) return ok(undefined)
    await keepArrived(on, caseSeal, { remedyId, repaymentId, arrived, amount }, at)
    if (arrived === 'yes') await updateArrived(on, { remedyId, repaymentId }, at)
    else await updateNotArrived(on, { remedyId, repaymentId })
    const isBack = arrived !== 'yes' && (await openAgain(on, own, at))
    const message = { requestId, direction: 'from_worker', authorStaffId: null, language, text: notice } as const
    if ((await insertMessage(on, caseSeal, { ...message, sentAt: at })) !== null) await countUnreadFromWorker(on)
    if (own.state === 'closed') await refreshDeadlines(on, own.id, at)
    const kind = arrived === 'yes' ? 'remedy_answered' : 'remedy_not_arrived'
    await notify(on, { caseId: own.id, kind, key: requestId })
    if (isBack)
      await appendAudit(on, own.office.id, 'case.state_changed', {
        caseId: own.id,
        detail: { from: own.state, to: 'reopened', reopeningReason: 'remedy_not_delivered' },
      })
    await appendAudit(on, own.office.id, 'remedy.arrival_told', { caseId: own.id, detail: { arrived } })
    return ok(undefined)
  })
}

/** Opens a closed case whose remedy did not come, as the worker could by hand; not one that the worker does not want kept. */
async function openAgain(on: Scoped<'own_case.write'>, own: OwnCase, at: Date): Promise<boolean> {
  if (own.state !== 'closed' || own.eraseDueAt !== null) return false
  const asked = { role: 'worker', actorId: null, at, reopeningReason: 'remedy_not_delivered' } as const
  const moved = move(factsForWorker(own), 'reopened', asked)
  if (!moved.ok) return false
  await reassessReturned(on, own.id)
  await updateOwnCase(on, own, { state: moved.value, closingCode: null }, at)
  return true
}
