import { err, type Result } from '../result'
import type { AmountError } from './amount-errors'
import { isLessThanYen, isMoreThanYen } from './amount-limits'
import { minorPerMajor, type CurrencyCode } from './currencies'
import { parseAmount } from './parse-amount'

/** Less is nobody's month: the minimum wage of Japan is above this for an hour. */
const LEAST_MONTH_YEN = 1_000n
/** Between these a month of pay is likely, in yen. */
const LIKELY_MONTH_YEN = { from: 10_000n, to: 1_000_000n } as const

/**
 * Reads a month of pay as `parseAmount` reads any amount. What is worth less than 1,000 yen is asked back (`amount_low_pay`): "20"
 * is nearly always 20万, which is 200,000. The amount as typed stands last among the candidates, since a month can bring next to
 * nothing after deductions.
 */
export function parseMonthlyPay(text: string, currency: CurrencyCode): Result<{ amountMinor: bigint }, AmountError> {
  const read = parseAmount(text, currency)
  if (!read.ok || !isLess(read.value.amountMinor, LEAST_MONTH_YEN, currency)) return read
  const { amountMinor } = read.value
  // Yen are counted in ten thousands (万), other money in thousands.
  const likely = (currency === 'JPY' ? [10_000n, 1_000n] : [1_000n, 10_000n])
    .map((factor) => amountMinor * factor)
    .filter((minor) => !isLess(minor, LIKELY_MONTH_YEN.from, currency) && !isMore(minor, LIKELY_MONTH_YEN.to, currency))
  return err({ code: 'amount_low_pay', candidates: [...likely, amountMinor] })
}

function isLess(amountMinor: bigint, yen: bigint, currency: CurrencyCode): boolean {
  return isLessThanYen({ units: amountMinor, scale: 0 }, yen * minorPerMajor(currency), currency)
}

function isMore(amountMinor: bigint, yen: bigint, currency: CurrencyCode): boolean {
  return isMoreThanYen({ units: amountMinor, scale: 0 }, yen * minorPerMajor(currency), currency)
}
