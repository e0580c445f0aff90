import 'server-only'
import type { Money } from '@/lib/domain/money/money'
import type { ArrivedSum } from '@/lib/domain/remedies/arrived'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

type On = Scoped<'case.write_remedies'>

/** Money paid towards an instalment. */
export type NewPayment = {
  readonly requestId: string
  readonly repaymentId: string
  readonly paidOn: string
  readonly amount: Money
  readonly jpyMinor: bigint | null
  readonly ratePeriod: string | null
  readonly evidenceId: string | null
  readonly proofSeen: boolean
  readonly createdAt: Date
}

/** Writes down a payment. False when the form of this id was sent before. */
export async function insertPayment(on: On, caseId: string, payment: NewPayment): Promise<boolean> {
  const { amount, ...row } = payment
  const { count } = await on.db.instalmentPayment.createMany({
    data: [{ ...row, ...amount, id: newId(), caseId, recordedById: on.grant.actor.id }],
    skipDuplicates: true,
  })
  return count > 0
}

/** Takes a payment out that was written down wrongly; it stays to be seen. False when it is out already. */
export async function updatePaymentVoided(on: On, caseId: string, id: string, at: Date): Promise<boolean> {
  const { count } = await on.db.instalmentPayment.updateMany({
    where: { id, caseId, voidedAt: null },
    data: { voidedAt: at },
  })
  return count > 0
}

/** The day an instalment was paid in full as far as the office knows, and the proof; null while it is not. */
export async function updateToldPaid(
  on: On,
  id: string,
  paid: { readonly paidOn: string | null; readonly jpyMinor: bigint | null; readonly evidenceId: string | null },
): Promise<void> {
  await on.db.repayment.updateMany({ where: { id }, data: paid })
}

/** Whether all of a remedy is paid with proof. */
export async function updateProven(on: On, remedyId: string, provenAt: Date | null): Promise<void> {
  if (provenAt === null) {
    await on.db.remedy.updateMany({ where: { id: remedyId, workerConfirmedAt: null }, data: { deliveredAt: null } })
    return
  }
  await on.db.remedy.updateMany({ where: { id: remedyId, deliveredAt: null }, data: { deliveredAt: provenAt } })
}

/** What has come of an instalment so far, as the worker says. */
export async function updateArrivedSum(
  on: Scoped<'own_case.write' | 'case.change_state'>,
  repaymentId: string,
  { arrivedMinor, arrivedJpy, isAboveAgreed }: ArrivedSum,
): Promise<void> {
  await on.db.repayment.updateMany({
    where: { id: repaymentId },
    data: { arrivedMinor, arrivedJpy, isAboveAgreed },
  })
}
