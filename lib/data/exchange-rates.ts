import 'server-only'
import type { Permission } from '@/lib/access/policy'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { Scoped } from './within'

/** Rates change when somebody imports a file; a process may be this much behind. */
const STALE_AFTER_MS = 60_000

let known: { rates: readonly ExchangeRate[]; readAt: number } | undefined

/** All exchange rates, read at most once a minute: five thousand rows are asked for with every report. */
export async function listExchangeRates(on: Scoped<Permission>): Promise<readonly ExchangeRate[]> {
  if (known && known.rates.length > 0 && performance.now() - known.readAt < STALE_AFTER_MS) return known.rates
  const rows = await on.db.exchangeRate.findMany({
    select: { currency: true, period: true, unitsPerUsd: true, source: true },
  })
  const rates = rows.flatMap((row) =>
    isCurrencyCode(row.currency)
      ? [{ currency: row.currency, period: row.period, unitsPerUsd: row.unitsPerUsd.toFixed(), source: row.source }]
      : [],
  )
  known = { rates, readAt: performance.now() }
  return rates
}
