import 'server-only'
import type { Permission } from '@/lib/access/policy'
import { isCurrencyCode, type CurrencyCode } from '@/lib/domain/money/currencies'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { readFeeStamps, type FeeStamps } from './fee-stamps'
import type { Scoped } from './within'

/** Rates change when somebody imports a file; a page may be this much behind, a stored verdict not at all. */
const STALE_AFTER_MS = 60_000

type Known = { readonly rates: readonly ExchangeRate[]; readonly stamp: string; readonly readAt: number }

let known: Known | undefined

/**
 * All exchange rates, read at most once a minute, or, with the stamps of now, whenever they differ: five thousand rows are asked
 * for with every report.
 */
export async function listExchangeRates(on: Scoped<Permission>, stamps?: FeeStamps): Promise<readonly ExchangeRate[]> {
  if (known && known.rates.length > 0 && isFresh(known, stamps)) return known.rates
  // Before the rows: what is changed in between is under a stamp that is too old, and read again.
  const stamp = (stamps ?? (await readFeeStamps(on))).rates
  const rates = await readExchangeRates(on)
  known = { rates, stamp, readAt: performance.now() }
  return rates
}

/** All exchange rates as they are stored now; nothing is remembered. */
export async function readExchangeRates(on: Scoped<Permission>): Promise<readonly ExchangeRate[]> {
  const rows = await on.db.exchangeRate.findMany({
    select: { currency: true, period: true, unitsPerUsd: true, source: true },
  })
  return rows.flatMap((row) =>
    isCurrencyCode(row.currency)
      ? [{ currency: row.currency, period: row.period, unitsPerUsd: row.unitsPerUsd.toFixed(), source: row.source }]
      : [],
  )
}

function isFresh({ stamp, readAt }: Known, stamps: FeeStamps | undefined): boolean {
  return stamps === undefined ? performance.now() - readAt < STALE_AFTER_MS : stamps.rates === stamp
}

/** Of one currency: how many rates there are and which is the latest. */
export type CurrencyRates = {
  readonly currency: CurrencyCode
  readonly count: number
  readonly first: string
  readonly latest: ExchangeRate
  readonly importedAt: Date
}

/** What is held of every currency, by code. Of a month and its year the month is the later one. */
export async function listCurrencyRates(on: Scoped<'exchange_rate.manage'>): Promise<CurrencyRates[]> {
  const rows = await on.db.$queryRaw<
    {
      currency: string
      count: number
      first: string
      period: string
      unitsPerUsd: string
      source: string
      importedAt: Date
    }[]
  >`
    SELECT DISTINCT ON (currency) currency, period, trim_scale(units_per_usd)::text AS "unitsPerUsd", source,
      (count(*) OVER all_of_it)::int AS count, min(period) OVER all_of_it AS first, max(imported_at) OVER all_of_it AS "importedAt"
    FROM exchange_rate WINDOW all_of_it AS (PARTITION BY currency)
    ORDER BY currency, left(period, 4) DESC, length(period) DESC, period DESC`
  return rows.flatMap(({ currency, period, unitsPerUsd, source, ...rest }) =>
    isCurrencyCode(currency) ? [{ currency, latest: { currency, period, unitsPerUsd, source }, ...rest }] : [],
  )
}

/** Holds every other change of rates back until this transaction ends, so that what was compared is what is changed. */
export async function lockExchangeRates(on: Scoped<'exchange_rate.manage'>): Promise<void> {
  await on.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('exchange_rate'))`
}

/**
 * Adds the rates, or puts them in the place of those of the same currency and period. The moment is always later than that of the
 * import before, so that every process notices.
 */
export async function saveExchangeRates(
  on: Scoped<'exchange_rate.manage'>,
  rates: readonly ExchangeRate[],
  at: Date,
): Promise<void> {
  await on.db.$executeRaw`
    INSERT INTO exchange_rate (currency, period, units_per_usd, source, imported_at)
    SELECT currency, period, units_per_usd, source,
        greatest(${at}, (SELECT max(imported_at) + interval '1 millisecond' FROM exchange_rate))
      FROM unnest(${rates.map((rate) => rate.currency)}::text[], ${rates.map((rate) => rate.period)}::text[],
        ${rates.map((rate) => rate.unitsPerUsd)}::numeric[], ${rates.map((rate) => rate.source)}::text[])
        AS fresh (currency, period, units_per_usd, source)
    ON CONFLICT (currency, period) DO UPDATE
      SET units_per_usd = excluded.units_per_usd, source = excluded.source, imported_at = excluded.imported_at`
}

/** Forgets what this process remembers; after a transaction that changed rates has ended. */
export function forgetExchangeRates(): void {
  known = undefined
}
