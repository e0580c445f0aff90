import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { FeeRule } from './fee-rule'

/** What sums are turned into to be judged: the currencies of caps, and the yen of claims. */
export function capCurrencies(rules: readonly Pick<FeeRule, 'limit'>[]): readonly CurrencyCode[] {
  const found = new Set<CurrencyCode>(['JPY'])
  for (const { limit } of rules) if (limit.type === 'cap_amount') found.add(limit.currency)
  return [...found]
}
