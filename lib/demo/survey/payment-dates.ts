import type { Random } from '../random'

/** When people paid, by year, as often as the weight says: old law and new law are both met. */
const YEARS = {
  2017: 5,
  2018: 8,
  2019: 9,
  2020: 6,
  2021: 6,
  2022: 13,
  2023: 18,
  2024: 18,
  2025: 13,
  2026: 4,
} as const
/** Who complains was already in Japan for a while when the report came. */
const LEAST_MONTHS_BEFORE = 5
/** Who remembers no month any more. */
const YEAR_ONLY = 0.1

/** Months of the payments of one person; the go-between is paid first. `YYYY-MM`, or `YYYY` where nothing more is remembered. */
export type PaymentDates = { readonly sending: string; readonly broker: string; readonly other: string }

/** When somebody paid whose report arrives in `receivedMonth`. */
export function drawPaymentDates(receivedMonth: string, random: Random): PaymentDates {
  const latest = monthNumber(receivedMonth) - LEAST_MONTHS_BEFORE
  const drawn = Number(random.weighted(YEARS)) * 12 + random.int(0, 11)
  const before = random.int(0, 11)
  const paid = drawn > latest ? latest - before : drawn
  return {
    sending: told(paid, random),
    broker: told(paid - random.int(0, 4), random),
    other: told(paid - random.int(-2, 2), random),
  }
}

function told(month: number, random: Random): string {
  const text = monthText(month)
  return random.chance(YEAR_ONLY) ? text.slice(0, 4) : text
}

function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1
}

function monthText(month: number): string {
  return `${Math.floor(month / 12)}-${((month % 12) + 1).toString().padStart(2, '0')}`
}
