import type { FeeLineAnswer } from '@/lib/domain/report/answers'
import { feeLineFrom } from '../fee-line'
import type { PayerKind } from '../payment-methods'
import type { LedgerLine } from './ledger'

/** A payment as it is written down, by the worker's answers or by an officer; the shapes are those of LedgerLine. */
export type LineInput = Pick<
  LedgerLine,
  | 'payeeRole'
  | 'payeeName'
  | 'casePartyId'
  | 'category'
  | 'lumpCategories'
  | 'amountMinor'
  | 'amountMaxMinor'
  | 'currency'
  | 'precision'
  | 'paidOn'
  | 'method'
  | 'instalments'
  | 'receipt'
  | 'toldBeforeSigning'
  | 'refundedMinor'
> & { readonly paidBy: PayerKind | null }

/** The payment a worker's answers describe, to the party of the case that was found for it. */
export function lineFromAnswer(answer: FeeLineAnswer, casePartyId: string | null): LineInput {
  const { amount, refunded, wasToldBeforeSigning, ...fee } = feeLineFrom(answer)
  return tidyLine({
    ...fee,
    casePartyId,
    amountMinor: amount?.amountMinor ?? null,
    currency: amount?.currency ?? answer.currency ?? null,
    precision: fee.precision ?? 'exact',
    toldBeforeSigning: wasToldBeforeSigning,
    refundedMinor: refunded?.amountMinor ?? null,
  })
}

/**
 * The same payment without contradictions: what is forgotten has no amount, only a range has an upper end, a lump is for more
 * than one thing, and no sum stands without its currency.
 */
export function tidyLine(line: LineInput): LineInput {
  const { currency } = line
  const amountMinor = line.precision === 'forgotten' || currency === null ? null : line.amountMinor
  const upper = line.precision === 'range' && amountMinor !== null ? line.amountMaxMinor : null
  const amountMaxMinor = upper !== null && amountMinor !== null && upper > amountMinor ? upper : null
  const categories = [...new Set([...(line.category === null ? [] : [line.category]), ...line.lumpCategories])]
  const isLump = categories.length > 1
  return {
    ...line,
    amountMinor,
    amountMaxMinor,
    precision: line.precision === 'range' && amountMaxMinor === null ? 'about' : line.precision,
    category: isLump ? null : (categories[0] ?? null),
    lumpCategories: isLump ? categories : [],
    refundedMinor: currency === null ? null : line.refundedMinor,
  }
}
