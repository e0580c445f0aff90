import { listedValues } from '../registry/dimension-values'
import type { DimensionCode } from '../registry/dimensions'

/** Dimensions kept as one small number a report, with their place in the facts. */
export const REPORT_CODES = {
  origin: 3,
  corridor: 4,
  scheme: 5,
  channel: 6,
  language: 7,
  severity: 8,
  state: 9,
  closing_code: 10,
  fee_verdict: 11,
  sex: 12,
  age_band: 13,
  sector: 14,
} as const satisfies Partial<Record<DimensionCode, number>>
export type ReportCode = keyof typeof REPORT_CODES

/** Dimensions of which a report may have several values: a bit for each. */
export const MASK_CODES = { grievance: 15, indicator: 16, programme: 17 } as const satisfies Partial<
  Record<DimensionCode, number>
>
export type MaskCode = keyof typeof MASK_CODES

/** Dimensions kept as one small number a payment. */
export const PAYMENT_CODES = { payee_role: 0, fee_category: 1, line_verdict: 2 } as const satisfies Partial<
  Record<DimensionCode, number>
>
export type PaymentCode = keyof typeof PAYMENT_CODES

const NUMBERS = new Map<DimensionCode, ReadonlyMap<string, number>>()

/** The number a value is kept as: its place in the list, from one; zero is not told, and what is in no list. */
export function numberOf(dimension: DimensionCode, value: string | null): number {
  if (value === null) return 0
  let numbers = NUMBERS.get(dimension)
  if (!numbers) {
    numbers = new Map((listedValues(dimension) ?? []).map((listed, place) => [listed, place + 1]))
    NUMBERS.set(dimension, numbers)
  }
  return numbers.get(value) ?? 0
}

/** The bits several values are kept as; values in no list have none. */
export function maskOf(dimension: MaskCode, values: readonly string[] | null): number {
  let mask = 0
  for (const value of values ?? []) {
    const number = numberOf(dimension, value)
    if (number > 0) mask |= 1 << (number - 1)
  }
  return mask >>> 0
}

/** A year with a quarter or without, as one number: zero is not told. `2025-04` is 2025 and its second quarter. */
export function paidNumber(paidOn: string | null): number {
  if (paidOn === null) return 0
  const year = Number(paidOn.slice(0, 4))
  if (!(year >= FIRST_YEAR && year < FIRST_YEAR + YEARS)) return 0
  const month = paidOn.length >= 7 ? Number(paidOn.slice(5, 7)) : 0
  return (year - FIRST_YEAR) * 5 + 1 + (month >= 1 && month <= 12 ? Math.ceil(month / 3) : 0)
}

/** The years `paidNumber` knows. */
export const FIRST_YEAR = 1950
export const YEARS = 200
