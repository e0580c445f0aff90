import 'server-only'
import { listExchangeRates } from './exchange-rates'
import { toldTotals, type TotalRows } from './case-totals'
import type { Scoped } from './within'

type Text = string | null
type Row = {
  readonly id: string
  readonly facts: {
    readonly placement: {
      readonly isFirstJobAbroad: boolean | null
      readonly toldTotalMinor: Text
      readonly toldTotalCurrency: Text
      readonly contractSignedOn: Text
    } | null
    readonly lines: readonly Record<
      'payeeRole' | 'category' | 'amountMinor' | 'refundedMinor' | 'jpyMinor' | 'paidBy' | 'method',
      Text
    >[]
    readonly loans: readonly (Record<
      'principalMinor' | 'outstandingMinor' | 'monthlyRepaymentMinor' | 'ratePercent' | 'ratePeriod',
      Text
    > & { readonly termMonths: number | null })[]
    readonly wages: readonly {
      readonly kind: string
      readonly amountMinor: string
      readonly currency: string
      readonly forMonth: Text
    }[]
  }
}

/** Makes the totals of told and paid of up to `upto` cases that were there before them; how many had none. */
export async function addToldColumns(on: Scoped<'system.count_reports'>, upto: number): Promise<number> {
  const rows = await on.db.$queryRaw<Row[]>`SELECT id, facts FROM app.read_untold_cases(${upto}::int)`
  if (rows.length === 0) return 0
  const rates = await listExchangeRates(on)
  const made = rows.map(({ id, facts }) => ({ id, ...toldTotals(readRows(facts), rates) }))
  const json = JSON.stringify(made, (_, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))
  await on.db.$executeRaw`SELECT app.store_told_columns(${json}::jsonb)`
  return rows.length
}

function readRows({ placement, lines, loans, wages }: Row['facts']): Omit<TotalRows, 'paidAnswer'> {
  return {
    placement: placement && { ...placement, toldTotalMinor: whole(placement.toldTotalMinor) },
    lines: lines.map((line) => ({
      ...line,
      amountMinor: whole(line.amountMinor),
      refundedMinor: whole(line.refundedMinor),
      jpyMinor: whole(line.jpyMinor),
    })),
    loans: loans.map((loan) => ({
      ...loan,
      principalMinor: whole(loan.principalMinor),
      outstandingMinor: whole(loan.outstandingMinor),
      monthlyRepaymentMinor: whole(loan.monthlyRepaymentMinor),
      outstandingJpy: null,
    })),
    wages: wages.map((wage) => ({ ...wage, amountMinor: BigInt(wage.amountMinor) })),
  }
}

function whole(text: Text): bigint | null {
  return text === null ? null : BigInt(text)
}
