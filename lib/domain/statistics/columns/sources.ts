import { listedValues } from '../registry/dimension-values'
import { UNKNOWN, type DimensionCode, type DimensionValue } from '../registry/dimensions'
import { CERTAIN, type Block } from './block'
import { FIRST_YEAR, PAYMENT_CODES, paidNumber, YEARS } from './codes'
import type { MaskCode, PaymentCode, ReportCode } from './codes'
import type { ColumnStore } from './store'

/** Where a dimension is kept, and the value of each stored number, in the order of the lines. */
export type Source = { readonly numbers: readonly (readonly [number: number, value: DimensionValue])[] } & (
  | { readonly from: 'report' | 'payment'; readonly column: (block: Block) => Uint8Array | Uint16Array }
  | { readonly from: 'mask'; readonly column: (block: Block) => Uint32Array }
)

const MONTHS_A_YEAR = 12
const NOT_TOLD = [0, UNKNOWN] as const

/** Where a dimension is kept. Time and offices go as far as the reports do. */
export function sourceOf(store: ColumnStore, dimension: DimensionCode): Source {
  switch (dimension) {
    case 'office':
      return {
        from: 'report',
        column: ({ office }) => office,
        numbers: store.offices
          .map((code, number) => [number, code] as const)
          .slice(1)
          .toSorted(([, a], [, b]) => (a < b ? -1 : 1)),
      }
    case 'received_month':
    case 'received_quarter':
    case 'received_year':
      return { from: 'report', column: ({ month }) => month, numbers: monthsOf(store, dimension) }
    case 'paid_quarter':
    case 'paid_year':
      return { from: 'payment', column: ({ payments }) => payments.paid, numbers: paidOf(store, dimension) }
    case 'payee_role':
    case 'fee_category':
    case 'line_verdict':
      return {
        from: 'payment',
        column: ({ payments }) => payments[PAYMENT_COLUMNS[dimension]],
        numbers: dimension === 'line_verdict' ? bothCertain(listed(dimension)) : listed(dimension),
      }
    case 'grievance':
    case 'indicator':
    case 'programme':
      return { from: 'mask', column: ({ masks }) => masks[dimension], numbers: listed(dimension) }
    case 'origin':
    case 'corridor':
    case 'scheme':
    case 'sex':
    case 'age_band':
    case 'sector':
    case 'channel':
    case 'language':
    case 'severity':
    case 'state':
    case 'closing_code':
    case 'fee_verdict':
      return { from: 'report', column: ({ codes }) => codes[dimension], numbers: listed(dimension) }
  }
}

const PAYMENT_COLUMNS = { payee_role: 'payee', fee_category: 'category', line_verdict: 'verdict' } as const

/** Whether a dimension is a fact of each payment. */
export function isOfPayment(dimension: DimensionCode): boolean {
  return dimension in PAYMENT_CODES || dimension === 'paid_quarter' || dimension === 'paid_year'
}

function listed(dimension: ReportCode | MaskCode | PaymentCode): Source['numbers'] {
  return [...(listedValues(dimension) ?? []).map((value, place) => [place + 1, value] as const), NOT_TOLD]
}

function bothCertain(numbers: Source['numbers']): Source['numbers'] {
  return numbers.flatMap(([number, value]) => [[number, value] as const, [number | CERTAIN, value] as const])
}

function monthsOf({ firstMonth, lastMonth }: ColumnStore, dimension: DimensionCode): Source['numbers'] {
  const numbers: (readonly [number, DimensionValue])[] = []
  for (let month = firstMonth; month <= lastMonth; month++) {
    const [year, place] = [Math.floor(month / MONTHS_A_YEAR), month % MONTHS_A_YEAR]
    const value =
      dimension === 'received_year'
        ? String(year)
        : dimension === 'received_quarter'
          ? `${year}-Q${Math.floor(place / 3) + 1}`
          : `${year}-${String(place + 1).padStart(2, '0')}`
    numbers.push([month, value])
  }
  return numbers
}

function paidOf({ firstPaid, lastPaid }: ColumnStore, dimension: DimensionCode): Source['numbers'] {
  const numbers: (readonly [number, DimensionValue])[] = []
  const unknown: (readonly [number, DimensionValue])[] = []
  for (let year = Math.max(firstPaid, FIRST_YEAR); year <= Math.min(lastPaid, FIRST_YEAR + YEARS - 1); year++) {
    const inYear = paidNumber(String(year))
    if (dimension === 'paid_year') {
      for (let quarter = 0; quarter <= 4; quarter++) numbers.push([inYear + quarter, String(year)])
    } else {
      unknown.push([inYear, UNKNOWN])
      for (let quarter = 1; quarter <= 4; quarter++) numbers.push([inYear + quarter, `${year}-Q${quarter}`])
    }
  }
  return [...numbers, ...unknown, NOT_TOLD]
}
