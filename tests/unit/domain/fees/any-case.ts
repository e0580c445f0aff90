import fc from 'fast-check'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import type { CaseFeeFacts, FeeLineFacts } from '@/lib/domain/fees/assessment/facts'
import { FEE_CATEGORY_CODES } from '@/lib/domain/fees/categories'
import { PAYER_KINDS } from '@/lib/domain/fees/payment-methods'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { PROGRAMMES, RULE_CONDITIONS } from '@/lib/domain/fees/rules/fee-rule'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import { SCHEME_CODES } from '@/lib/domain/schemes'

// Cases of any kind: what follows must hold for all of them, not for those we thought of.
export const currency = fc.constantFrom<CurrencyCode[]>('VND', 'JPY', 'USD', 'MMK', 'IDR', 'NPR', 'KWD')
const perhaps = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const day = fc
  .date({ min: new Date('2009-01-01'), max: new Date('2028-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
export const partialDate = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length))
export const minor = fc.bigInt({ min: 1n, max: 10n ** 9n })
const amount = fc.tuple(minor, minor, currency, fc.boolean()).map(([a, b, code, isRange]) => ({
  minMinor: isRange && b < a ? b : a,
  maxMinor: isRange && b > a ? b : a,
  currency: code,
}))
const lineFacts: fc.Arbitrary<FeeLineFacts> = fc.record({
  id: fc.uuid(),
  payeeRole: perhaps(fc.constantFrom(...PARTY_ROLES)),
  partyKey: perhaps(fc.constantFrom('a', 'b')),
  categories: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...FEE_CATEGORY_CODES).map((code) => [code]) },
    { weight: 1, arbitrary: fc.uniqueArray(fc.constantFrom(...FEE_CATEGORY_CODES), { maxLength: 3 }) },
  ),
  amount: fc.option(amount, { nil: null, freq: 8 }),
  paidOn: fc.option(partialDate, { nil: null, freq: 8 }),
  refundedMinor: fc.oneof(fc.constant(0n), minor),
  rateOverride: fc.option(fc.constantFrom('4500', '0.5', '23000.25'), { nil: null, freq: 2 }),
  paidBy: perhaps(fc.constantFrom(...PAYER_KINDS)),
  knownOn: perhaps(day),
})
const wage = perhaps(
  fc.record({
    amountMinor: fc.bigInt({ min: 1n, max: 400_000n }),
    currency: fc.constantFrom('JPY' as const, 'VND' as const),
  }),
)
const caseFacts: fc.Arbitrary<CaseFeeFacts> = fc.record({
  origin: perhaps(fc.constantFrom(...ORIGIN_CODES)),
  destination: fc.constant('JP' as const),
  scheme: perhaps(fc.constantFrom(...SCHEME_CODES)),
  programmes: fc.subarray([...PROGRAMMES]),
  contractMonths: perhaps(fc.integer({ min: 1, max: 72 })),
  monthsWorked: perhaps(fc.integer({ min: 0, max: 72 })),
  contractBasicWage: wage,
  plannedMonthlyPay: wage,
  conditions: fc.dictionary(fc.constantFrom(...RULE_CONDITIONS), fc.boolean()),
  knownOn: day,
  lines: fc.uniqueArray(lineFacts, { minLength: 1, maxLength: 6, selector: ({ id }) => id }),
})
// Half of them where most of the law is: random corridors alone would seldom meet a cap.
export const someCase = fc.oneof(
  caseFacts,
  fc
    .tuple(
      caseFacts,
      fc.constantFrom(...(['VN', 'MM', 'LK', 'PH'] as const)),
      fc.constantFrom('rf_placement_service' as const, 'rc_medical' as const),
    )
    .map(([facts, origin, code]) => ({
      ...facts,
      origin,
      scheme: 'titp' as const,
      lines: facts.lines.map((line) => ({
        ...line,
        payeeRole: 'sending_organization' as const,
        categories: [code],
        paidOn: '2024-03',
      })),
    })),
)

/** A payment in two parts of `percent` and the rest; each part at least one minor unit, or the payment as it is. */
export function parts(line: FeeLineFacts, percent: bigint): FeeLineFacts[] {
  const { amount: all } = line
  const share = (sum: bigint) => (sum * percent) / 100n
  if (all === null || share(all.minMinor) === 0n) return [line]
  const first = { ...all, minMinor: share(all.minMinor), maxMinor: share(all.maxMinor) }
  const rest = { ...all, minMinor: all.minMinor - first.minMinor, maxMinor: all.maxMinor - first.maxMinor }
  const refunded = share(line.refundedMinor)
  return [
    { ...line, id: `${line.id} 1`, amount: first, refundedMinor: refunded },
    { ...line, id: `${line.id} 2`, amount: rest, refundedMinor: line.refundedMinor - refunded },
  ]
}
