import { err, ok, type Result } from '../result'
import type { AmountError } from './amount-errors'
import { isLessThanYen, isMoreThanYen, LARGEST_AMOUNT_YEN, TEN_YEARS_PAY_YEN } from './amount-limits'
import { minorPerMajor, type CurrencyCode } from './currencies'
import type { Decimal } from './ratio'

/** Less than this is no payment that a lost comma would explain. */
const LEAST_LIKELY_YEN = 1_000n

/**
 * What the readings of a typed amount (whole units, likeliest first) come to. Never rounds, never chooses between two
 * amounts, and takes neither less than a yen nor more than ten years of pay without asking.
 */
export function judgeAmount(
  values: readonly Decimal[],
  currency: CurrencyCode,
): Result<{ amountMinor: bigint }, AmountError> {
  const possible = values.filter((value) => !isMoreThanYen(value, LARGEST_AMOUNT_YEN, currency))
  if (possible.length === 0) return err({ code: 'amount_too_large' })
  if (possible.every(({ units }) => units === 0n)) return err({ code: 'amount_zero' })
  const whole = possible.filter((value) => minorOf(value, currency) !== null)
  const amounts = minorsOf(whole, currency)
  const [amountMinor] = amounts
  if (amounts.length > 1) return err({ code: 'amount_ambiguous', candidates: amounts.filter((minor) => minor > 0n) })
  const judged = amountMinor === undefined ? possible : whole
  if (judged.every((value) => isLessThanYen(value, 1n, currency))) {
    const candidates = minorsOf(judged.flatMap(withZerosAdded), currency)
    return err(candidates.length === 0 ? { code: 'amount_decimals' } : { code: 'amount_suspicious', candidates })
  }
  if (amountMinor === undefined) return err({ code: 'amount_decimals' })
  if (whole.some((value) => isMoreThanYen(value, TEN_YEARS_PAY_YEN, currency))) {
    const likely = whole.flatMap(withZerosRemoved).filter((value) => isLikely(value, currency))
    return err({ code: 'amount_improbable', candidates: [...minorsOf(likely, currency), amountMinor] })
  }
  return ok({ amountMinor })
}

function isLikely(value: Decimal, currency: CurrencyCode): boolean {
  return !isLessThanYen(value, LEAST_LIKELY_YEN, currency) && !isMoreThanYen(value, TEN_YEARS_PAY_YEN, currency)
}

/** "120" dong is nearly always 120 million. */
function withZerosAdded({ units, scale }: Decimal): Decimal[] {
  return [
    { units: units * 1_000_000n, scale },
    { units: units * 1_000n, scale },
  ]
}

/** Thousands of what was written in thousands already. */
function withZerosRemoved({ units, scale }: Decimal): Decimal[] {
  return [
    { units, scale: scale + 3 },
    { units, scale: scale + 6 },
  ]
}

function minorsOf(values: readonly Decimal[], currency: CurrencyCode): bigint[] {
  const minors = values.map((value) => minorOf(value, currency)).filter((minor) => minor !== null)
  return [...new Set(minors)]
}

/** Null when the currency has no coin that small. */
function minorOf(value: Decimal, currency: CurrencyCode): bigint | null {
  const scaled = value.units * minorPerMajor(currency)
  const divisor = 10n ** BigInt(value.scale)
  return scaled % divisor === 0n ? scaled / divisor : null
}
