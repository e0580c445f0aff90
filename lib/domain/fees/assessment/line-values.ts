import { minorPerMajor, type CurrencyCode } from '@/lib/domain/money/currencies'
import { chooseRate, type ExchangeRate } from '@/lib/domain/money/exchange-rates'
import { dividedBy, fractionFrom, plus, times, whole, ZERO, type Fraction } from '@/lib/domain/money/fraction'
import type { UsedRate } from './assessment'
import type { FeeLineFacts, MissingFact } from './facts'

/** How many minor units of one currency a minor unit of another is, and through which rates; no rates within one currency. */
export type LineRate = { readonly ratio: Fraction; readonly rates: readonly UsedRate[] }

/** A sum of payments in one currency, exact. `min` and `max` differ where a range was remembered. `missing`: what is not in it. */
export type LineSum = {
  readonly min: Fraction
  readonly max: Fraction
  readonly missing: readonly MissingFact[]
  readonly rates: readonly UsedRate[]
}

const SAME: LineRate = { ratio: whole(1n), rates: [] }

// The same few months come again and again: a rate is looked up and taken apart once for each list of rates.
const known = new WeakMap<readonly ExchangeRate[], Map<string, LineRate | null>>()

/**
 * The rate a payment goes through into `to`: of its month, or what is nearest; an officer's own rate against the US dollar goes
 * before the official one. Null when there is none.
 */
export function lineRate(
  line: Pick<FeeLineFacts, 'paidOn' | 'rateOverride'>,
  from: CurrencyCode,
  to: CurrencyCode,
  rates: readonly ExchangeRate[],
): LineRate | null {
  if (from === to) return SAME
  const month = line.paidOn?.slice(0, 7) ?? null
  const key = `${from} ${to} ${month ?? ''} ${line.rateOverride ?? ''}`
  const found = known.get(rates) ?? new Map<string, LineRate | null>()
  known.set(rates, found)
  const cached = found.get(key)
  if (cached !== undefined) return cached
  const made = makeRate(from, to, month, line.rateOverride, rates)
  found.set(key, made)
  return made
}

function makeRate(
  from: CurrencyCode,
  to: CurrencyCode,
  month: string | null,
  override: string | null,
  rates: readonly ExchangeRate[],
): LineRate | null {
  const fromRate = override === null || from === 'USD' ? official(rates, from, month) : officers(from, month, override)
  const toRate = official(rates, to, month)
  if (fromRate === null || toRate === null) return null
  const perUsd = fractionFrom(fromRate.unitsPerUsd)
  if (perUsd.top === 0n) return null
  const minor = { top: minorPerMajor(to), bottom: minorPerMajor(from) }
  return {
    ratio: times(dividedBy(fractionFrom(toRate.unitsPerUsd), perUsd), minor),
    rates: [fromRate, toRate],
  }
}

function official(rates: readonly ExchangeRate[], currency: CurrencyCode, month: string | null): UsedRate | null {
  const chosen = chooseRate(rates, currency, month)
  if (chosen === null) return null
  const { period, unitsPerUsd, source } = chosen.rate
  return { currency, period, unitsPerUsd, basis: chosen.basis, source }
}

function officers(currency: CurrencyCode, month: string | null, unitsPerUsd: string): UsedRate {
  return { currency, period: month ?? '', unitsPerUsd, basis: 'officer', source: 'officer' }
}

/** Adds payments up in one currency. What has no amount or no rate is left out and named in `missing`. */
export function sumOfLines(
  lines: readonly FeeLineFacts[],
  currency: CurrencyCode,
  rates: readonly ExchangeRate[],
): LineSum {
  // Added up by rate first: whole numbers as long as possible keep the fractions short.
  const byRate = new Map<LineRate, { min: bigint; max: bigint }>()
  const missing = new Set<MissingFact>()
  for (const line of lines) {
    const rate = line.amount === null ? null : lineRate(line, line.amount.currency, currency, rates)
    if (line.amount === null) missing.add('amount')
    else if (rate === null) missing.add('exchange_rate')
    else {
      const { min, max } = byRate.get(rate) ?? { min: 0n, max: 0n }
      byRate.set(rate, { min: min + line.amount.minMinor, max: max + line.amount.maxMinor })
    }
  }
  let [low, high] = [ZERO, ZERO]
  for (const [{ ratio }, { min, max }] of byRate) {
    low = plus(low, times(ratio, whole(min)))
    high = plus(high, times(ratio, whole(max)))
  }
  return {
    min: low,
    max: high,
    missing: [...missing],
    rates: uniqueRates([...byRate.keys()].flatMap((rate) => rate.rates)),
  }
}

/** What came back of payments, added up in one currency; of what has no amount or no rate nothing. */
export function refundsOfLines(
  lines: readonly FeeLineFacts[],
  currency: CurrencyCode,
  rates: readonly ExchangeRate[],
): Fraction {
  let sum = ZERO
  for (const line of lines) {
    if (line.amount === null || line.refundedMinor === 0n) continue
    const rate = lineRate(line, line.amount.currency, currency, rates)
    if (rate !== null) sum = plus(sum, times(whole(line.refundedMinor), rate.ratio))
  }
  return sum
}

/** Each rate once, in an order of their own. */
export function uniqueRates(rates: readonly UsedRate[]): readonly UsedRate[] {
  if (rates.length === 0) return rates
  const byKey = new Map(rates.map((rate) => [Object.values(rate).join(' '), rate]))
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, rate]) => rate)
}
