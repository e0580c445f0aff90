import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { insertArrivalAnswer, listOwnRemedies, updateArrived } from '@/lib/data/arrivals'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { insertMessage } from '@/lib/data/messages'
import { countUnreadFromWorker, lockOwnCase } from '@/lib/data/own-case'
import { within } from '@/lib/data/within'
import type { Arrived } from '@/lib/domain/arrival'
import type { Money } from '@/lib/domain/money/money'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

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

/** The worker says whether what was agreed has arrived. Only "yes, all of it" confirms it. The same form twice is once. */
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
    if (arrived === 'yes') await updateArrived(on, { remedyId, repaymentId }, at)
    const message = { requestId, direction: 'from_worker', authorStaffId: null, language, text: notice } as const
    if ((await insertMessage(on, caseSeal, { ...message, sentAt: at })) !== null) await countUnreadFromWorker(on)
    if (own.state === 'closed') await refreshDeadlines(on, own.id, at)
    await appendAudit(on, own.office.id, 'remedy.arrival_told', { caseId: own.id, detail: { arrived } })
    return ok(undefined)
  })
}
