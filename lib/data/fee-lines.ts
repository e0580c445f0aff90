import 'server-only'
import { feeLineFrom } from '@/lib/domain/fees/fee-line'
import { convert } from '@/lib/domain/money/convert'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { ExchangeRate, RateBasis } from '@/lib/domain/money/exchange-rates'
import type { Money } from '@/lib/domain/money/money'
import type { FeeLineAnswer } from '@/lib/domain/report/answers'
import { newId } from '@/lib/platform/ids'
import type { Prisma } from '@/prisma/generated/client'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import { listExchangeRates } from './exchange-rates'
import type { Scoped } from './within'

/** Where a line stands and who wrote it. */
export type NewFeeLine = {
  readonly answer: FeeLineAnswer
  readonly position: number
  readonly casePartyId: string | null
  readonly addedByKind: 'worker' | 'staff'
  readonly addedById: string | null
  readonly requestId: string | null
  readonly createdAt: Date
}

/** The row of a payment: words sealed, the original amount and currency as told, yen and dollars at the rate of its month. */
export function feeLineRow(caseSeal: CaseSeal, rates: readonly ExchangeRate[], line: NewFeeLine) {
  const id = newId()
  const fee = feeLineFrom(line.answer)
  const jpy = inCurrency(fee.amount, 'JPY', rates, fee.paidOn)
  const sealed = (column: string, text: string | null | undefined) =>
    text ? caseSeal.seal(`fee_line.${column}`, id, text) : null
  return {
    id,
    caseId: caseSeal.caseId,
    position: line.position,
    payeeRole: fee.payeeRole,
    casePartyId: line.casePartyId,
    sealedPayeeName: sealed('sealed_payee_name', fee.payeeName),
    category: fee.category,
    amountMinor: fee.amount?.amountMinor ?? null,
    currency: fee.amount?.currency ?? null,
    precision: fee.precision ?? 'exact',
    sealedAmountAsTyped: sealed('sealed_amount_as_typed', line.answer.amountText),
    paidOn: fee.paidOn,
    method: fee.method,
    receipt: fee.receipt,
    toldBeforeSigning: fee.wasToldBeforeSigning,
    jpyMinor: jpy.amountMinor,
    usdMinor: inCurrency(fee.amount, 'USD', rates, fee.paidOn).amountMinor,
    ratePeriod: jpy.period,
    rateBasis: jpy.basis,
    rateSource: jpy.source,
    addedByKind: line.addedByKind,
    addedById: line.addedById,
    requestId: line.requestId,
    createdAt: line.createdAt,
  } satisfies Prisma.FeeLineCreateManyInput
}

/** An amount in yen or dollars with the rate it went through; all null when there is no amount or no rate. */
export function inCurrency(
  amount: Money | null,
  to: CurrencyCode,
  rates: readonly ExchangeRate[],
  paidOn: string | null,
): { amountMinor: bigint | null; period: string | null; basis: string | null; source: string | null } {
  const converted = amount && convert(amount, to, rates, paidOn)
  if (!converted?.ok) return { amountMinor: null, period: null, basis: null, source: null }
  const { money, rates: used } = converted.value
  if (!used) return { amountMinor: money.amountMinor, period: null, basis: null, source: null }
  return {
    amountMinor: money.amountMinor,
    period:
      used.from.rate.period === used.to.rate.period
        ? used.from.rate.period
        : `${used.from.rate.period}, ${used.to.rate.period}`,
    basis: weaker(used.from.basis, used.to.basis),
    source: [...new Set([used.from.rate.source, used.to.rate.source])].join('; '),
  }
}

/** Adds one payment to a case that exists. A form posted twice (same requestId) adds one. Follow with refreshCaseTotals. */
export async function insertFeeLine(
  on: Scoped<'own_case.write' | 'case.write_note'>,
  caseSeal: CaseSeal,
  line: Omit<NewFeeLine, 'position'>,
): Promise<void> {
  const position = 1 + (await on.db.feeLine.count({ where: { caseId: caseSeal.caseId } }))
  const row = feeLineRow(caseSeal, await listExchangeRates(on), { ...line, position })
  await on.db.feeLine.createMany({ data: [row], skipDuplicates: true })
}

function weaker(a: RateBasis, b: RateBasis): RateBasis {
  const order: readonly RateBasis[] = ['month', 'year', 'nearest']
  return order.indexOf(a) > order.indexOf(b) ? a : b
}
