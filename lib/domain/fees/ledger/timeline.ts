import type { Money } from '@/lib/domain/money/money'
import type { Ledger, LedgerLine, LedgerLoan, LedgerPlacement, LedgerWage } from './ledger'

/** What stands on the line of time: money paid, money taken from pay, money borrowed. */
export const TIMELINE_KINDS = ['borrowed', 'paid', 'deducted'] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/**
 * One thing that happened. `period` is `YYYY-MM`, or `YYYY` where only the year is known, null where nothing is. `jpy` is null
 * where the amount or its rate is not known. `sourceId` names the line, loan or wage fact; `part` the instalment, of how many.
 */
export type TimelineEntry = {
  readonly kind: TimelineKind
  readonly sourceId: string
  readonly period: string | null
  readonly jpy: bigint | null
  readonly part: { readonly number: number; readonly of: number } | null
}

/** Payments, loans and deductions against the months worked; months are `YYYY-MM`, both ends included. */
export type Timeline = {
  readonly entries: readonly TimelineEntry[]
  readonly worked: { readonly from: string; readonly to: string; readonly isOngoing: boolean } | null
  /** The years it covers; null when no time is known of anything. */
  readonly years: { readonly from: number; readonly to: number } | null
}

/** A sum in yen at the rate of a date, null where there is no rate. */
export type ToYen = (money: Money, on: string | null) => bigint | null

/**
 * The ledger along time. A payment taken from pay in instalments counts in equal parts, one a month from its first month; a
 * deduction told as a fact of pay counts in the month it was told for and in no other, and one that is a payment of the ledger
 * already (recovery of costs where such a line stands) is left out, so that nothing counts twice. `today` is `YYYY-MM-DD`.
 */
export function timelineOf(
  ledger: Pick<Ledger, 'lines' | 'loans' | 'wages' | 'placement'>,
  today: string,
  toYen: ToYen,
): Timeline {
  const hasDeductedLine = ledger.lines.some(({ method }) => method === 'deduction')
  const entries = [
    ...ledger.lines.flatMap(lineEntries),
    ...ledger.loans.filter(({ removedAt }) => removedAt === null).map((loan) => loanEntry(loan, toYen)),
    ...ledger.wages
      .filter(({ kind }) => isDeduction(kind) && !(hasDeductedLine && kind === 'deduction_recruitment_recovery'))
      .map((wage) => wageEntry(wage, toYen)),
  ].toSorted(byTime)
  const worked = workedMonths(ledger.placement, today)
  return { entries, worked, years: yearsOf(entries, worked) }
}

function lineEntries(line: LedgerLine): TimelineEntry[] {
  const kind = line.method === 'deduction' ? 'deducted' : 'paid'
  const whole: TimelineEntry = {
    kind,
    sourceId: line.id,
    period: periodOf(line.paidOn),
    jpy: line.jpyMinor,
    part: null,
  }
  const count = line.instalments ?? 1
  const { period, jpy } = whole
  if (kind !== 'deducted' || count < 2 || period?.length !== 7 || jpy === null) return [whole]
  return Array.from({ length: count }, (_, index) => ({
    ...whole,
    period: monthAfter(period, index),
    jpy: (jpy * BigInt(index + 1)) / BigInt(count) - (jpy * BigInt(index)) / BigInt(count),
    part: { number: index + 1, of: count },
  }))
}

function loanEntry(loan: LedgerLoan, toYen: ToYen): TimelineEntry {
  const { principalMinor, currency } = loan
  const jpy =
    principalMinor === null || currency === null
      ? null
      : toYen({ amountMinor: principalMinor, currency }, loan.borrowedOn)
  return { kind: 'borrowed', sourceId: loan.id, period: periodOf(loan.borrowedOn), jpy, part: null }
}

function wageEntry(wage: LedgerWage, toYen: ToYen): TimelineEntry {
  const jpy = toYen(wage.amount, wage.forMonth)
  return { kind: 'deducted', sourceId: wage.id, period: wage.forMonth, jpy, part: null }
}

function isDeduction(kind: string): boolean {
  return kind.startsWith('deduction_')
}

function periodOf(date: string | null): string | null {
  return date === null ? null : date.slice(0, 7)
}

// A year alone stands before its months; what nobody can date comes last.
function byTime(a: TimelineEntry, b: TimelineEntry): number {
  if (a.period === b.period) return TIMELINE_KINDS.indexOf(a.kind) - TIMELINE_KINDS.indexOf(b.kind)
  if (a.period === null) return 1
  if (b.period === null) return -1
  return a.period < b.period ? -1 : 1
}

function workedMonths(placement: LedgerPlacement | null, today: string): Timeline['worked'] {
  const from = placement?.workStartedOn ?? null
  const thisMonth = today.slice(0, 7)
  if (from === null || from > thisMonth) return null
  const end = placement?.workEndedOn ?? null
  return { from, to: end ?? thisMonth, isOngoing: end === null }
}

function yearsOf(entries: readonly TimelineEntry[], worked: Timeline['worked']): Timeline['years'] {
  const periods = entries.flatMap(({ period }) => (period === null ? [] : [period]))
  const years = [...periods, ...(worked === null ? [] : [worked.from, worked.to])].map((period) =>
    Number(period.slice(0, 4)),
  )
  return years.length === 0 ? null : { from: Math.min(...years), to: Math.max(...years) }
}

/** The month `count` months after one; both `YYYY-MM`. */
export function monthAfter(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count
  return `${String(Math.floor(index / 12))}-${String((index % 12) + 1).padStart(2, '0')}`
}

/** How many months a period of work has, both ends counted. */
export function monthsBetween(from: string, to: string): number {
  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
  return index(to) - index(from) + 1
}
