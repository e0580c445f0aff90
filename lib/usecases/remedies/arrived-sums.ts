import 'server-only'
import type { CaseSeal } from '@/lib/data/case-keys'
import { listExchangeRates } from '@/lib/data/exchange-rates'
import { updateArrivedSum } from '@/lib/data/instalments'
import { listRemedyRecords } from '@/lib/data/remedy-records'
import { endSubjectDeadline, setSubjectDeadline } from '@/lib/data/subject-deadlines'
import type { Scoped } from '@/lib/data/within'
import type { Arrived } from '@/lib/domain/arrival'
import { dayInJapan } from '@/lib/domain/calendar/day'
import type { Money } from '@/lib/domain/money/money'
import { arrivedSum } from '@/lib/domain/remedies/arrived'
import { endOfDay } from '@/lib/domain/remedies/schedule'

type On = Scoped<'own_case.write' | 'case.change_state'>

/** What the worker says of a remedy or of one of its instalments. `amount`: of a part, how much so far; null when not told. */
export type ArrivalTold = {
  readonly remedyId: string
  readonly repaymentId: string | null
  readonly arrived: Arrived
  readonly amount: Money | null
}

/**
 * Keeps in figures what the worker says has come, and sets the clock of the party by it: all of it, the clock ends; a part or
 * nothing, it runs again from the day that was agreed.
 */
export async function keepArrived(on: On, caseSeal: CaseSeal, told: ArrivalTold, at: Date): Promise<void> {
  const remedy = (await listRemedyRecords(on, caseSeal)).find(({ id }) => id === told.remedyId)
  if (!remedy) return
  const parts = remedy.instalments.filter(({ id }) => told.repaymentId === null || id === told.repaymentId)
  const rates = await listExchangeRates(on)
  for (const { id, amount, payments, dueOn } of parts) {
    const nothing = { amountMinor: 0n, currency: amount.currency }
    const sum = told.arrived === 'yes' ? null : told.arrived === 'no' ? nothing : told.amount
    // Of a part without a figure nothing is counted: nobody knows how much.
    const isKnown = told.arrived !== 'part' || told.amount !== null
    const counted = isKnown ? arrivedSum(amount, sum, payments, rates, dayInJapan(at)) : null
    if (counted !== null) await updateArrivedSum(on, id, counted)
    if (told.arrived === 'yes') await endSubjectDeadline(on, caseSeal.caseId, 'repayment_due', id, 'met', at)
    else if (dueOn !== null)
      await setSubjectDeadline(
        on,
        caseSeal.caseId,
        { kind: 'repayment_due', subjectId: id, ownerKind: 'party', dueAt: endOfDay(dueOn) },
        at,
      )
  }
}

/** The worker told an officer that all of these remedies came: every instalment that was not confirmed counts in full. */
export async function keepToldArrived(
  on: Scoped<'case.change_state'>,
  caseSeal: CaseSeal,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  const records = (await listRemedyRecords(on, caseSeal)).filter(({ id }) => ids.includes(id))
  for (const { id: remedyId, instalments } of records)
    for (const { id, confirmedAt } of instalments)
      if (confirmedAt === null)
        await keepArrived(on, caseSeal, { remedyId, repaymentId: id, arrived: 'yes', amount: null }, at)
}

/** The promise was broken: nobody is waited for any more. */
export async function endRepaymentClocks(
  on: Scoped<'case.change_state'>,
  caseSeal: CaseSeal,
  ids: readonly string[],
  at: Date,
): Promise<void> {
  const records = (await listRemedyRecords(on, caseSeal)).filter(({ id }) => ids.includes(id))
  for (const { id } of records.flatMap(({ instalments }) => instalments))
    await endSubjectDeadline(on, caseSeal.caseId, 'repayment_due', id, 'cancelled', at)
}
