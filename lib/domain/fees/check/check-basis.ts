import { CURRENCY_CODES, type CurrencyCode } from '@/lib/domain/money/currencies'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { FeeRule, RuleLimit } from '../rules/fee-rule'

/** What answers are made from: the live rules and the exchange rates. */
export type CheckBasis = { readonly rules: readonly FeeRule[]; readonly rates: readonly ExchangeRate[] }

type PackedLimit =
  | Exclude<RuleLimit, { readonly type: 'cap_amount' }>
  | { readonly type: 'cap_amount'; readonly amountMinor: string; readonly currency: CurrencyCode }

/** A basis as it travels to a phone: rates by currency and period, amounts as text, no remarks of reviewers. */
export type PackedBasis = {
  readonly rules: readonly (Omit<FeeRule, 'limit' | 'note'> & { readonly limit: PackedLimit })[]
  readonly rates: Readonly<Partial<Record<CurrencyCode, Readonly<Record<string, string>>>>>
}

/** A basis made small, for one file. */
export function packBasis({ rules, rates }: CheckBasis): PackedBasis {
  const byCurrency = CURRENCY_CODES.map((currency) => {
    const own = rates.filter((rate) => rate.currency === currency)
    return [currency, Object.fromEntries(own.map(({ period, unitsPerUsd }) => [period, unitsPerUsd]))] as const
  })
  return {
    rules: rules.map(({ limit, note: _note, ...rule }) => ({
      ...rule,
      limit: limit.type === 'cap_amount' ? { ...limit, amountMinor: limit.amountMinor.toString() } : limit,
    })),
    rates: Object.fromEntries(byCurrency),
  }
}

/** The basis out of its file. Where a rate comes from is not in it: the page says it once for all. */
export function unpackBasis({ rules, rates }: PackedBasis): CheckBasis {
  return {
    rules: rules.map(({ limit, ...rule }) => ({
      ...rule,
      note: null,
      limit: limit.type === 'cap_amount' ? { ...limit, amountMinor: BigInt(limit.amountMinor) } : limit,
    })),
    rates: CURRENCY_CODES.flatMap((currency) =>
      Object.entries(rates[currency] ?? {}).map(([period, unitsPerUsd]) => ({
        currency,
        period,
        unitsPerUsd,
        source: '',
      })),
    ),
  }
}
