import 'server-only'
import type { Arrived, ArrivalAnswer } from '@/lib/domain/arrival'
import { TOLD_TO_OFFICER } from '@/lib/domain/remedies/remedy'
import type { RemedyType } from '@/lib/domain/workflow/outcomes'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

/** Something agreed that the worker waits for: a remedy, with its payments where they are written down. */
export type OwnRemedy = {
  readonly id: string
  readonly type: RemedyType
  readonly agreedMinor: bigint | null
  readonly currency: string | null
  readonly terms: string | null
  readonly termsLanguage: string | null
  readonly agreedAt: Date
  readonly confirmedAt: Date | null
  /** `told_to_officer`: an officer says that the worker said so. */
  readonly confirmedHow: string | null
  readonly failedAt: Date | null
  readonly payments: readonly OwnRepayment[]
}

/** One payment of it. Days are 'YYYY-MM-DD' or shorter. */
export type OwnRepayment = {
  readonly id: string
  readonly dueOn: string | null
  readonly paidOn: string | null
  readonly amountMinor: bigint
  readonly currency: string
  readonly confirmedAt: Date | null
  /** `told_to_officer`: an officer says that the worker said so. */
  readonly confirmedHow: string | null
}

/** What was agreed in the case of this grant, in order. */
export async function listOwnRemedies(
  on: Scoped<'own_case.read' | 'own_case.write'>,
  caseSeal: CaseSeal,
): Promise<OwnRemedy[]> {
  const rows = await on.db.remedy.findMany({
    where: { caseId: caseSeal.caseId, agreedAt: { not: null }, replacedAt: null },
    include: { repayments: { orderBy: [{ dueOn: 'asc' }, { id: 'asc' }] } },
    orderBy: [{ agreedAt: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ agreedAt, ...row }) =>
    agreedAt === null
      ? []
      : [
          {
            id: row.id,
            type: row.type as RemedyType,
            agreedMinor: row.agreedMinor,
            currency: row.currency,
            terms: row.sealedTerms && caseSeal.unseal('remedy.sealed_terms', row.id, row.sealedTerms),
            termsLanguage: row.termsLanguage,
            agreedAt,
            confirmedAt: row.workerConfirmedAt,
            confirmedHow: row.confirmedHow,
            failedAt: row.failedAt,
            payments: row.repayments.map(
              ({ id, dueOn, paidOn, amountMinor, currency, workerConfirmedAt, confirmedHow }) => ({
                id,
                dueOn,
                paidOn,
                amountMinor,
                currency,
                confirmedAt: workerConfirmedAt,
                confirmedHow,
              }),
            ),
          },
        ],
  )
}

/** What the worker said arrived or did not, in order. */
export async function listArrivalAnswers(
  on: Scoped<'own_case.read' | 'own_case.write' | 'case.read'>,
  caseId: string,
): Promise<ArrivalAnswer[]> {
  const rows = await on.db.repaymentAnswer.findMany({
    where: { caseId },
    omit: { caseId: true, requestId: true },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({ ...row, arrived: row.arrived as Arrived }))
}

/** Stores an answer. False when the form with this id was sent before. */
export async function insertArrivalAnswer(
  on: Scoped<'own_case.write'>,
  answer: Omit<ArrivalAnswer, 'id'> & { requestId: string },
): Promise<boolean> {
  const { count } = await on.db.repaymentAnswer.createMany({
    data: [{ ...answer, id: newId(), caseId: on.grant.actor.caseId }],
    skipDuplicates: true,
  })
  return count > 0
}

/** All of it arrived, as the worker says: the payment, or the remedy with all its payments. */
export async function updateArrived(
  on: Scoped<'own_case.write'>,
  what: { remedyId: string; repaymentId: string | null },
  at: Date,
): Promise<void> {
  const { remedyId, repaymentId } = what
  const caseId = on.grant.actor.caseId
  await on.db.repayment.updateMany({
    where: { caseId, remedyId, ...NOT_SAID, ...(repaymentId === null ? {} : { id: repaymentId }) },
    data: { workerConfirmedAt: at },
  })
  const open = await on.db.repayment.count({ where: { caseId, remedyId, ...NOT_SAID } })
  if (open === 0)
    await on.db.remedy.updateMany({ where: { id: remedyId, caseId, ...NOT_SAID }, data: { workerConfirmedAt: at } })
}

/** What the worker has not confirmed in person: nobody did, or an officer wrote it down. */
const NOT_SAID = { OR: [{ workerConfirmedAt: null }, { confirmedHow: TOLD_TO_OFFICER }] }

/** It did not come, as the worker says: what an officer wrote down of the payment, and of the remedy as a whole, no longer stands. */
export async function updateNotArrived(
  on: Scoped<'own_case.write'>,
  { remedyId, repaymentId }: { remedyId: string; repaymentId: string | null },
): Promise<void> {
  const caseId = on.grant.actor.caseId
  const told = { caseId, confirmedHow: TOLD_TO_OFFICER }
  await on.db.repayment.updateMany({
    where: { ...told, remedyId, ...(repaymentId === null ? {} : { id: repaymentId }) },
    data: { workerConfirmedAt: null },
  })
  await on.db.remedy.updateMany({ where: { ...told, id: remedyId }, data: { workerConfirmedAt: null } })
}
