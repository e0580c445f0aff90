import { convert } from '@/lib/domain/money/convert'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { Money } from '@/lib/domain/money/money'
import type { CaseAssessment } from '../assessment/assessment'
import type { Ledger, LedgerLine, LedgerLoan, LedgerWage } from '../ledger/ledger'
import type { PaidWage } from './earnings'
import type { IndicatorFacts } from './indicator-columns'
import { refundedYen } from './refunded-yen'
import type { ToldLine } from './told-versus-paid'

/** What the measures of a case are made from. Yen are whole; null is not known. */
export type MeasureInput = Omit<IndicatorFacts, 'lines'> & {
  readonly lines: readonly ToldLine[]
  readonly loans: readonly Pick<
    LedgerLoan,
    | 'id'
    | 'principalMinor'
    | 'outstandingMinor'
    | 'monthlyRepaymentMinor'
    | 'ratePercent'
    | 'ratePeriod'
    | 'termMonths'
    | 'outstandingJpy'
  >[]
  readonly toldTotalJpy: bigint | null
  readonly assessment: CaseAssessment | null
}

/**
 * The ledger of a case as the measures need it: pay and the told total go into yen at the rate of their month (of signing), or
 * the nearest one. `hasPaidNothing`: the worker answered so.
 */
export function measureInput(
  ledger: Pick<Ledger, 'lines' | 'wages' | 'loans' | 'placement' | 'assessment'>,
  rates: readonly ExchangeRate[],
  hasPaidNothing: boolean,
): MeasureInput {
  const { placement } = ledger
  const told = placement?.toldTotal ?? null
  return {
    lines: ledger.lines.map(measuredLine),
    wages: ledger.wages.map((wage) => paidWage(wage, rates)),
    loans: ledger.loans.filter(({ removedAt }) => removedAt === null),
    hasPaidNothing,
    isFirstJobAbroad: placement?.isFirstJobAbroad ?? null,
    toldTotalJpy: told === null ? null : yen(told, rates, placement?.contractSignedOn ?? null),
    assessment: ledger.assessment?.assessment ?? null,
  }
}

/** A payment as the measures need it; `jpyMinor` is at the rate it is kept with. */
export function measuredLine(
  line: Pick<
    LedgerLine,
    'category' | 'amountMinor' | 'jpyMinor' | 'refundedMinor' | 'paidBy' | 'method' | 'toldBeforeSigning'
  >,
): ToldLine {
  return {
    category: line.category,
    hasAmount: line.amountMinor !== null,
    jpy: line.jpyMinor,
    refundedJpy: refundedYen(line),
    paidBy: line.paidBy,
    method: line.method,
    toldBeforeSigning: line.toldBeforeSigning,
  }
}

/** A wage fact in yen at the rate of its month. */
export function paidWage(
  { kind, amount, forMonth }: Pick<LedgerWage, 'kind' | 'amount' | 'forMonth'>,
  rates: readonly ExchangeRate[],
): PaidWage {
  return { kind, jpy: yen(amount, rates, forMonth), forMonth }
}

function yen(money: Money, rates: readonly ExchangeRate[], on: string | null): bigint | null {
  const converted = convert(money, 'JPY', rates, on)
  return converted.ok ? converted.value.money.amountMinor : null
}
