import 'server-only'
import { lineFromAnswer, tidyLine, type LineInput } from '@/lib/domain/fees/ledger/line-input'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { Money } from '@/lib/domain/money/money'
import type { FeeLineAnswer } from '@/lib/domain/report/answers'
import { newId } from '@/lib/platform/ids'
import type { Prisma } from '@/prisma/generated/client'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import { listExchangeRates } from './exchange-rates'
import { convertLine } from './line-conversion'
import type { Scoped } from './within'

/** Who wrote a line, from which form, and where it stands. */
export type LineOrigin = {
  readonly position: number
  readonly addedByKind: 'worker' | 'staff'
  readonly addedById: string | null
  readonly requestId: string | null
  readonly createdAt: Date
}

/** A line with what was typed, before it was read as numbers. */
export type NewFeeLine = LineOrigin & { readonly line: LineInput; readonly amountAsTyped: string | null }

const COLUMN = { payeeName: 'fee_line.sealed_payee_name', amountAsTyped: 'fee_line.sealed_amount_as_typed' }

/** The row of a payment: words sealed, the original amount and currency as told, yen and dollars at the rate of its month. */
export function feeLineRow(caseSeal: CaseSeal, rates: readonly ExchangeRate[], added: NewFeeLine) {
  const id = newId()
  const line = tidyLine(added.line)
  return {
    id,
    caseId: caseSeal.caseId,
    position: added.position,
    ...lineColumns(caseSeal, id, line),
    sealedAmountAsTyped: added.amountAsTyped ? caseSeal.seal(COLUMN.amountAsTyped, id, added.amountAsTyped) : null,
    ...convertLine(amountOf(line), rates, line.paidOn, null),
    addedByKind: added.addedByKind,
    addedById: added.addedById,
    requestId: added.requestId,
    createdAt: added.createdAt,
  } satisfies Prisma.FeeLineCreateManyInput
}

/** The columns of what was told about a payment, the name of the payee sealed for the row. */
export function lineColumns(caseSeal: CaseSeal, id: string, line: LineInput) {
  const { payeeName, lumpCategories, ...told } = line
  return {
    ...told,
    lumpCategories: [...lumpCategories],
    sealedPayeeName: payeeName ? caseSeal.seal(COLUMN.payeeName, id, payeeName) : null,
  }
}

/** What was paid, of a remembered range the lower end; null where no amount is known. */
export function amountOf(line: Pick<LineInput, 'amountMinor' | 'currency'>): Money | null {
  const { amountMinor, currency } = line
  return amountMinor === null || currency === null ? null : { amountMinor, currency }
}

/** All that was typed about the amounts of an answer. */
export function typedAmounts(answer: FeeLineAnswer): string | null {
  const { amountText, amountMaxText, refundedText, refundedMinor } = answer
  const range = amountText && amountMaxText ? `${amountText} – ${amountMaxText}` : (amountText ?? amountMaxText)
  // A refund has no column for its words: they stay only where no number could be read in them.
  const unread = refundedMinor === undefined ? refundedText : undefined
  return [range, unread].filter(Boolean).join('; ') || null
}

/** Adds one payment to a case that exists. A form posted twice (same requestId) adds one. Follow with refreshCaseTotals and refreshAssessment. */
export async function insertFeeLine(
  on: Scoped<'own_case.write' | 'case.write_fees'>,
  caseSeal: CaseSeal,
  added: Omit<NewFeeLine, 'position'>,
): Promise<void> {
  const position = 1 + (await on.db.feeLine.count({ where: { caseId: caseSeal.caseId } }))
  const row = feeLineRow(caseSeal, await listExchangeRates(on), { ...added, position })
  await on.db.feeLine.createMany({ data: [row], skipDuplicates: true })
}

/** The payment of an answer, ready to be stored. */
export function fromAnswer(answer: FeeLineAnswer, casePartyId: string | null) {
  return { line: lineFromAnswer(answer, casePartyId), amountAsTyped: typedAmounts(answer) }
}
