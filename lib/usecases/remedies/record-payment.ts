import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal, type CaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import { listExchangeRates } from '@/lib/data/exchange-rates'
import { insertPayment, updatePaymentVoided, updateProven, updateToldPaid } from '@/lib/data/instalments'
import { inCurrency } from '@/lib/data/line-conversion'
import { listRemedyRecords } from '@/lib/data/remedy-records'
import { endSubjectDeadline, setSubjectDeadline } from '@/lib/data/subject-deadlines'
import { within, type Scoped } from '@/lib/data/within'
import type { Money } from '@/lib/domain/money/money'
import { isProven, paidTowards, remedyState, type Instalment } from '@/lib/domain/remedies/remedy'
import { endOfDay } from '@/lib/domain/remedies/schedule'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** Money that was paid towards an instalment; `proofSeen`: the officer saw a receipt, a bank paper, a picture of it. */
export type PaymentTold = {
  readonly number: string
  readonly requestId: string
  readonly repaymentId: string
  readonly paidOn: string
  readonly amount: Money
  readonly evidenceId: string | null
  readonly proofSeen: boolean
}
/** `not_agreed`: no instalment of a remedy that stands. `other_currency`: not that of the agreement. */
export type PaymentError = {
  readonly code: 'not_found' | 'case_gone' | 'not_agreed' | 'other_currency' | 'evidence_unknown'
}

/**
 * Writes down what was paid towards an instalment, in yen at the rate of its month. Whether it came is for the worker to say: a
 * party's clock ends when all of an instalment is paid, and runs again when the worker says that it did not come.
 */
export function recordPayment(
  grant: Grant<'case.write_remedies'>,
  paid: PaymentTold,
): Promise<Result<void, PaymentError>> {
  return within(grant, async (on) => {
    const opened = await openInstalment(on, paid.number, paid.repaymentId)
    if (!opened.ok) return opened
    const { caseSeal, instalment } = opened.value
    if (instalment.amount.currency !== paid.amount.currency) return err({ code: 'other_currency' })
    const { caseId } = caseSeal
    const { requestId, repaymentId, paidOn, amount, evidenceId, proofSeen } = paid
    if (evidenceId !== null && !(await on.db.evidence.count({ where: { id: evidenceId, caseId, removedAt: null } })))
      return err({ code: 'evidence_unknown' })
    const jpy = inCurrency(amount, 'JPY', await listExchangeRates(on), paidOn)
    const isNew = await insertPayment(on, caseId, {
      requestId,
      repaymentId,
      paidOn,
      amount,
      jpyMinor: jpy.amountMinor,
      ratePeriod: jpy.period,
      evidenceId,
      proofSeen,
      createdAt: now(),
    })
    if (!isNew) return ok(undefined)
    await settle(on, caseSeal, repaymentId)
    await appendAudit(on, grant.actor.officeId, 'remedy.payment_recorded', { caseId, detail: { repaymentId } })
    return ok(undefined)
  })
}

/** Takes a payment out that was written down wrongly. */
export function voidPayment(
  grant: Grant<'case.write_remedies'>,
  asked: { readonly number: string; readonly repaymentId: string; readonly paymentId: string },
): Promise<Result<void, PaymentError>> {
  return within(grant, async (on) => {
    const opened = await openInstalment(on, asked.number, asked.repaymentId)
    if (!opened.ok) return opened
    const { caseSeal, instalment } = opened.value
    if (instalment.payments.every(({ id }) => id !== asked.paymentId)) return ok(undefined)
    if (!(await updatePaymentVoided(on, caseSeal.caseId, asked.paymentId, now()))) return ok(undefined)
    await settle(on, caseSeal, asked.repaymentId)
    await appendAudit(on, grant.actor.officeId, 'remedy.payment_removed', {
      caseId: caseSeal.caseId,
      detail: { repaymentId: asked.repaymentId, paymentId: asked.paymentId },
    })
    return ok(undefined)
  })
}

type On = Scoped<'case.write_remedies'>

async function openInstalment(
  on: On,
  number: string,
  repaymentId: string,
): Promise<Result<{ caseSeal: CaseSeal; instalment: Instalment }, PaymentError>> {
  const head = await lockCase(on, number)
  if (!head) return err({ code: 'not_found' })
  const caseSeal = await findCaseSeal(on, head.id)
  if (!caseSeal) return err({ code: 'case_gone' })
  const remedy = (await listRemedyRecords(on, caseSeal)).find(({ instalments }) =>
    instalments.some(({ id }) => id === repaymentId),
  )
  const instalment = remedy?.instalments.find(({ id }) => id === repaymentId)
  const state = remedy && remedyState(remedy)
  if (!instalment || (state !== 'agreed' && state !== 'arrived')) return err({ code: 'not_agreed' })
  return ok({ caseSeal, instalment })
}

/** What follows from the payments of an instalment: the day it was paid, the clock of the party, the proof of the remedy. */
async function settle(on: On, caseSeal: CaseSeal, repaymentId: string): Promise<void> {
  const { caseId } = caseSeal
  const at = now()
  const records = await listRemedyRecords(on, caseSeal)
  const remedy = records.find(({ instalments }) => instalments.some(({ id }) => id === repaymentId))
  const instalment = remedy?.instalments.find(({ id }) => id === repaymentId)
  if (!remedy || !instalment) return
  const { payments, amount, dueOn, confirmedAt } = instalment
  const last = payments.at(-1)
  const isPaid = last !== undefined && paidTowards(instalment) >= amount.amountMinor
  const jpy = payments.map(({ jpyMinor }) => jpyMinor)
  await updateToldPaid(on, repaymentId, {
    paidOn: isPaid ? last.paidOn : null,
    jpyMinor:
      !isPaid || jpy.some((one) => one === null) ? null : jpy.reduce<bigint>((sum, one) => sum + (one ?? 0n), 0n),
    evidenceId: payments.findLast(({ evidenceId }) => evidenceId !== null)?.evidenceId ?? null,
  })
  await updateProven(on, remedy.id, isProven(remedy.instalments) ? at : null)
  if (isPaid) await endSubjectDeadline(on, caseId, 'repayment_due', repaymentId, 'met', at)
  else if (dueOn !== null && confirmedAt === null)
    await setSubjectDeadline(
      on,
      caseId,
      { kind: 'repayment_due', subjectId: repaymentId, ownerKind: 'party', dueAt: endOfDay(dueOn) },
      at,
    )
}
