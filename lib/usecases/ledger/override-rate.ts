import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { listExchangeRates } from '@/lib/data/exchange-rates'
import { updateLineRate } from '@/lib/data/ledger-lines'
import type { LedgerError, LineSetAside, RateOverride, ReasonMissing } from '@/lib/domain/fees/ledger/ledger-changes'
import { chooseRate } from '@/lib/domain/money/exchange-rates'
import { rateDistance } from '@/lib/domain/money/rate-changes'
import { err, ok, type Result } from '@/lib/domain/result'
import { editLine, isCounted } from './edit-line'

type RateRefused = LineSetAside | 'rate_invalid' | 'rate_too_far' | 'rate_not_needed'

/**
 * `rate_invalid`: no positive decimal number. `rate_too_far`: five times the official rate or more, or a fifth of it or less, and
 * nobody said it is meant. `rate_not_needed`: dollars are not converted into dollars, and no amount not at all.
 */
export type OverrideRateError = LedgerError<ReasonMissing | RateRefused>

// What the column holds: 14 digits before the point, 10 after it.
const UNITS_PER_USD = /^\d{1,14}(?:\.\d{1,10})?$/u

/** Converts a payment at an officer's own rate, because the official one is not what the worker got; or at the official one again. */
export function overrideRate(
  grant: Grant<'case.write_fees'>,
  form: RateOverride,
): Promise<Result<void, OverrideRateError>> {
  const { unitsPerUsd } = form
  return editLine<RateRefused>(grant, form, 'fee_line.rate_overridden', async ({ on, caseSeal }, line) => {
    if (!isCounted(line)) return err({ code: 'line_set_aside' })
    if (unitsPerUsd !== null && (line.amountMinor === null || line.currency === 'USD'))
      return err({ code: 'rate_not_needed' })
    if (unitsPerUsd !== null && (!UNITS_PER_USD.test(unitsPerUsd) || !/[1-9]/u.test(unitsPerUsd)))
      return err({ code: 'rate_invalid' })
    if (unitsPerUsd !== null && line.currency !== null && form.isSure !== true) {
      const official = chooseRate(await listExchangeRates(on), line.currency, line.paidOn)
      if (official !== null && rateDistance(official.rate, { unitsPerUsd }).isTooFar)
        return err({ code: 'rate_too_far' })
    }
    await updateLineRate(on, caseSeal, line, { unitsPerUsd, reason: form.reason })
    return ok({ detail: { currency: line.currency, isOwnRate: unitsPerUsd !== null } })
  })
}
