import type { Collateral, RatePeriod } from '@/lib/domain/fees/ledger/loan-terms'
import type { LenderKind } from '@/lib/domain/fees/payees'
import type { DebtAnswer } from '@/lib/domain/report/answers'
import { decimalFrom } from '@/lib/domain/money/ratio'
import type { Random } from './random'
import { upTo } from './remembered-amounts'
import { typedAmount } from './survey/money-forms'
import type { MoneyAnswers } from './survey/sample'

/** What a kind of lender asks: rates as people say them, and what stands for the loan, as often as the weight says. */
type Terms = {
  readonly often: number
  readonly rates: readonly (readonly [percent: string, period: RatePeriod])[]
  readonly collateral: Readonly<Partial<Record<Collateral, number>>>
}

const RECRUITERS: Omit<Terms, 'often'> = {
  rates: [
    ['1', 'month'],
    ['1.5', 'month'],
    ['15', 'total'],
  ],
  collateral: { none: 40, documents: 30, guarantor: 30 },
}

const TERMS = {
  bank: {
    often: 55,
    rates: [
      ['7.5', 'year'],
      ['8.4', 'year'],
      ['9', 'year'],
      ['11', 'year'],
      ['0.8', 'month'],
    ],
    collateral: { none: 30, land_title: 42, house: 8, relatives_house: 7, guarantor: 13 },
  },
  family: {
    often: 28,
    rates: [
      ['0', 'year'],
      ['0', 'year'],
      ['0', 'year'],
      ['6', 'year'],
    ],
    collateral: { none: 92, other: 8 },
  },
  sending_organization: { often: 4, ...RECRUITERS },
  broker: { often: 5, ...RECRUITERS },
  moneylender: {
    often: 8,
    rates: [
      ['3', 'month'],
      ['5', 'month'],
      ['0.2', 'day'],
      ['30', 'total'],
    ],
    collateral: { none: 20, land_title: 32, guarantor: 25, documents: 23 },
  },
} as const satisfies Partial<Record<LenderKind, Terms>>
type Lender = keyof typeof TERMS

const LENDERS = Object.fromEntries(Object.entries(TERMS).map(([lender, { often }]) => [lender, often])) as Record<
  Lender,
  number
>
/** Of those who owe: who tells the sum borrowed, the rate, what goes back every month, what stands for it. */
const TOLD = { principal: 0.8, rate: 0.65, monthly: 0.7, collateral: 0.75 } as const
/** What one month of each period is, in the periods of the rate. */
const MONTHLY: Readonly<Record<RatePeriod, number>> = { day: 30, month: 1, year: 1 / 12, total: 1 / 36 }

/** What a worker tells of the debt; what is owed is the survey's, the loan it is left of is made to fit. */
export function debtAnswer({ debt }: MoneyAnswers, random: Random): DebtAnswer | undefined {
  if (debt === undefined) return undefined
  if (debt === 'none') return { borrowed: 'no' }
  const { amountMinor: owed, currency } = debt.owed
  const lenderRole = random.weighted(LENDERS)
  const terms: Terms = TERMS[lenderRole]
  const [ratePercent, ratePeriod] = random.pick(terms.rates)
  const principal = upTo((owed * 100n) / BigInt(random.int(35, 100)), currency)
  const monthly = upTo(principal / BigInt(random.int(24, 48)) + interest(principal, ratePercent, ratePeriod), currency)
  const isTold = (what: keyof typeof TOLD) => random.chance(TOLD[what])
  return {
    borrowed: 'yes',
    lenderRole,
    owedText: typedAmount(owed, currency, random),
    owedMinor: owed.toString(),
    currency,
    ...(isTold('principal')
      ? { principalText: typedAmount(principal, currency, random), principalMinor: principal.toString() }
      : {}),
    ...(isTold('rate') ? { ratePercent, ratePeriod } : {}),
    ...(isTold('monthly')
      ? { monthlyText: typedAmount(monthly, currency, random), monthlyMinor: monthly.toString() }
      : {}),
    ...(isTold('collateral') ? { collateral: random.weighted(terms.collateral) } : {}),
  }
}

/** About the interest of one month, in minor units. */
function interest(principal: bigint, percent: string, period: RatePeriod): bigint {
  const { units, scale } = decimalFrom(percent)
  const share = (Number(units) / 10 ** scale / 100) * MONTHLY[period]
  return (principal * BigInt(Math.ceil(share * 1_000_000))) / 1_000_000n
}
