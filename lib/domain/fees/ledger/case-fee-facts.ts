import { dayInJapan } from '@/lib/domain/calendar/day'
import { DESTINATION_CODES, isOriginCode, type DestinationCode } from '@/lib/domain/countries'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { Money } from '@/lib/domain/money/money'
import { isSchemeCode } from '@/lib/domain/schemes'
import { isFeeCategoryCode } from '../categories'
import { isPartyRole } from '../payees'
import { PAYER_KINDS } from '../payment-methods'
import { PROGRAMMES, RULE_CONDITIONS, type Programme, type RuleCondition } from '../rules/fee-rule'
import type { CaseFeeFacts, FeeLineFacts } from '../assessment/facts'

/** A payment as it is stored; only those that count, neither removed nor split. Amounts in minor units. */
export type FeeLineRow = {
  readonly id: string
  readonly payeeRole: string | null
  readonly casePartyId: string | null
  readonly category: string | null
  readonly lumpCategories: readonly string[]
  readonly amountMinor: bigint | null
  readonly amountMaxMinor: bigint | null
  readonly currency: string | null
  readonly paidOn: string | null
  readonly refundedMinor: bigint | null
  /** Decimal text. */
  readonly rateOverride: string | null
  readonly paidBy: string | null
  readonly createdAt: Date
}

/** A fact of pay as it is stored, in the order it was told; removed ones left out. */
export type WageRow = {
  readonly kind: string
  readonly amountMinor: bigint
  readonly currency: string
  readonly forMonth: string | null
}

/** The job as it is stored; months are `YYYY-MM`. */
export type PlacementRow = {
  readonly contractMonths: number | null
  readonly workStartedOn: string | null
  readonly workEndedOn: string | null
  readonly programmes: readonly string[]
  readonly conditionsMet: readonly string[]
  readonly conditionsNotMet: readonly string[]
}

/** The rows of one case that its verdict depends on. */
export type CaseFeeRows = {
  readonly origin: string | null
  readonly destination: string
  readonly scheme: string | null
  readonly receivedAt: Date
  readonly placement: PlacementRow | null
  readonly lines: readonly FeeLineRow[]
  readonly wages: readonly WageRow[]
}

/** What the engine is asked about a case, from its rows. Stored codes that this version does not know count as not told. */
export function caseFeeFacts(rows: CaseFeeRows): CaseFeeFacts {
  const { origin, scheme, placement } = rows
  const toldAt = [rows.receivedAt, ...rows.lines.map(({ createdAt }) => createdAt)]
  return {
    origin: origin !== null && isOriginCode(origin) ? origin : null,
    destination: destinationOf(rows.destination),
    scheme: scheme !== null && isSchemeCode(scheme) ? scheme : null,
    programmes: placement?.programmes.filter(isProgramme) ?? [],
    contractMonths: placement?.contractMonths ?? null,
    monthsWorked: monthsWorked(placement?.workStartedOn ?? null, placement?.workEndedOn ?? null),
    contractBasicWage: latestWage(rows.wages, 'contract_basic_wage'),
    plannedMonthlyPay: latestWage(rows.wages, 'planned_monthly_pay'),
    conditions: Object.fromEntries([
      ...(placement?.conditionsNotMet.filter(isCondition).map((code) => [code, false] as const) ?? []),
      ...(placement?.conditionsMet.filter(isCondition).map((code) => [code, true] as const) ?? []),
    ]),
    knownOn: dayInJapan(new Date(Math.max(...toldAt.map((at) => at.getTime())))),
    lines: rows.lines.map(lineFacts),
  }
}

function lineFacts(row: FeeLineRow): FeeLineFacts {
  const payeeRole = row.payeeRole !== null && isPartyRole(row.payeeRole) ? row.payeeRole : null
  const lump = row.lumpCategories.filter(isFeeCategoryCode)
  const single = row.category !== null && isFeeCategoryCode(row.category) ? [row.category] : []
  const { amountMinor, amountMaxMinor, currency } = row
  return {
    id: row.id,
    payeeRole,
    partyKey: row.casePartyId ?? payeeRole,
    categories: lump.length > 0 ? lump : single,
    amount:
      amountMinor !== null && currency !== null && isCurrencyCode(currency)
        ? {
            minMinor: amountMinor,
            maxMinor: amountMaxMinor !== null && amountMaxMinor > amountMinor ? amountMaxMinor : amountMinor,
            currency,
          }
        : null,
    paidOn: row.paidOn,
    refundedMinor: row.refundedMinor ?? 0n,
    rateOverride: row.rateOverride,
    paidBy: PAYER_KINDS.find((kind) => kind === row.paidBy) ?? null,
    knownOn: dayInJapan(row.createdAt),
  }
}

/** Months from the first to the last month of work, both counted whole; null while either is not known. */
function monthsWorked(from: string | null, to: string | null): number | null {
  if (from === null || to === null) return null
  const months = monthNumber(to) - monthNumber(from) + 1
  return months > 0 ? months : null
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))
}

function latestWage(wages: readonly WageRow[], kind: string): Money | null {
  const found = wages.findLast((wage) => wage.kind === kind)
  return found && isCurrencyCode(found.currency) ? { amountMinor: found.amountMinor, currency: found.currency } : null
}

function destinationOf(code: string): DestinationCode {
  const found = DESTINATION_CODES.find((known) => known === code)
  if (found === undefined) throw new TypeError(`not a destination: ${code}`)
  return found
}

function isProgramme(code: string): code is Programme {
  return PROGRAMMES.some((known) => known === code)
}

function isCondition(code: string): code is RuleCondition {
  return RULE_CONDITIONS.some((known) => known === code)
}
