import 'server-only'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

/** What the worker is asked: whether these data may go to this recipient for this purpose, for so many days. */
export type ConsentRequest = {
  readonly id: string
  readonly referralId: string
  readonly recipientBody: string
  readonly purpose: string
  readonly dataItems: readonly string[]
  readonly validDays: number
  readonly askedAt: Date
  readonly answerByAt: Date
  readonly answer: 'yes' | 'part' | 'no' | null
  readonly answeredAt: Date | null
  readonly cancelledAt: Date | null
}

type Reader = Scoped<'case.change_state' | 'own_case.read' | 'own_case.write'>

/** Every question of a case, the latest first. */
export async function listConsentRequests(on: Reader, caseId: string): Promise<ConsentRequest[]> {
  const rows = await on.db.consentRequest.findMany({
    where: { caseId },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ askedById: _who, consentId: _consent, caseId: _case, ...row }) => ({
    ...row,
    answer: row.answer as ConsentRequest['answer'],
  }))
}

/** Those that wait for an answer. */
export async function listOpenRequests(on: Reader, caseId: string): Promise<ConsentRequest[]> {
  return (await listConsentRequests(on, caseId)).filter((one) => one.answeredAt === null && one.cancelledAt === null)
}

/** Whether the worker is being asked about a referral and has time left to answer. */
export async function isWorkerAsked(on: Scoped<'case.change_state'>, referralId: string, at: Date): Promise<boolean> {
  const where = { referralId, answeredAt: null, cancelledAt: null, answerByAt: { gt: at } }
  return (await on.db.consentRequest.count({ where })) > 0
}

/** Puts a question to the worker. Returns its id. */
export async function insertConsentRequest(
  on: Scoped<'case.change_state'>,
  caseId: string,
  asked: Omit<ConsentRequest, 'id' | 'answer' | 'answeredAt' | 'cancelledAt'>,
): Promise<string> {
  const id = newId()
  await on.db.consentRequest.createMany({
    data: [{ ...asked, dataItems: [...asked.dataItems], id, caseId, askedById: on.grant.actor.id }],
  })
  return id
}

/** Takes back the questions about a referral that nobody answered. Returns their ids. */
export async function cancelRequests(on: Scoped<'case.change_state'>, referralId: string, at: Date): Promise<string[]> {
  const where = { referralId, answeredAt: null, cancelledAt: null }
  const open = await on.db.consentRequest.findMany({ where, select: { id: true } })
  await on.db.consentRequest.updateMany({ where, data: { cancelledAt: at } })
  return open.map(({ id }) => id)
}

/** The worker answers; the database lets the answer decide the referral (migration referrals). False when it was answered before. */
export async function updateRequestAnswered(
  on: Scoped<'own_case.write'>,
  id: string,
  answer: { answer: 'yes' | 'part' | 'no'; consentId: string | null; answeredAt: Date },
): Promise<boolean> {
  const { count } = await on.db.consentRequest.updateMany({
    where: { id, caseId: on.grant.actor.caseId, answeredAt: null, cancelledAt: null },
    data: answer,
  })
  return count === 1
}
