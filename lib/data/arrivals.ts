import 'server-only'
import type { Arrived, ArrivalAnswer } from '@/lib/domain/arrival'
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
            failedAt: row.failedAt,
            payments: row.repayments.map(({ id, dueOn, paidOn, amountMinor, currency, workerConfirmedAt }) => ({
              id,
              dueOn,
              paidOn,
              amountMinor,
              currency,
              confirmedAt: workerConfirmedAt,
            })),
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
    where: { caseId, remedyId, workerConfirmedAt: null, ...(repaymentId === null ? {} : { id: repaymentId }) },
    data: { workerConfirmedAt: at },
  })
  const open = await on.db.repayment.count({ where: { caseId, remedyId, workerConfirmedAt: null } })
  if (open === 0)
    await on.db.remedy.updateMany({
      where: { id: remedyId, caseId, workerConfirmedAt: null },
      data: { workerConfirmedAt: at },
    })
}
