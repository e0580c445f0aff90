import 'server-only'
import type { FeeCategoryCode } from '@/lib/domain/fees/categories'
import type { LedgerLine } from '@/lib/domain/fees/ledger/ledger'
import { tidyLine, type LineInput } from '@/lib/domain/fees/ledger/line-input'
import type { SplitLine } from '@/lib/domain/fees/ledger/split-line'
import type { SupportLevel } from '@/lib/domain/fees/ledger/support-levels'
import type { PartyRole } from '@/lib/domain/fees/payees'
import type { PayerKind, PaymentMethod, Precision, ReceiptKind } from '@/lib/domain/fees/payment-methods'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import { newId } from '@/lib/platform/ids'
import type { FeeLine } from '@/prisma/generated/client'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Opener } from './case-parts'
import { listExchangeRates } from './exchange-rates'
import { amountOf, lineColumns } from './fee-lines'
import { convertLine } from './line-conversion'
import type { Scoped } from './within'

/** A line as it is stored, opened; people by their ids. */
export type OpenedLine = Omit<LedgerLine, 'supportBy' | 'addedBy'> & {
  readonly supportById: string | null
  readonly addedById: string | null
}

type Reader = 'case.read' | 'case.write_fees' | 'case.write_remedies'
type Writer = 'case.write_fees'

/** Every payment of a case, removed and split ones too, in the order they were told; words only with an opener. */
export async function listLedgerLines(on: Scoped<Reader>, caseId: string, open: Opener | null): Promise<OpenedLine[]> {
  const rows = await on.db.feeLine.findMany({ where: { caseId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => openLine(row, open))
}

/** One payment of the case; null when it has none of this id. */
export async function findLedgerLine(on: Scoped<Writer>, caseSeal: CaseSeal, id: string): Promise<OpenedLine | null> {
  const row = await on.db.feeLine.findFirst({ where: { id, caseId: caseSeal.caseId } })
  return row && openLine(row, caseSeal.unseal)
}

/** What was written down about a payment, without what officers made of it. */
export function inputOf(line: OpenedLine): LineInput {
  return {
    payeeRole: line.payeeRole,
    payeeName: line.payeeName,
    casePartyId: line.casePartyId,
    category: line.category,
    lumpCategories: line.lumpCategories,
    amountMinor: line.amountMinor,
    amountMaxMinor: line.amountMaxMinor,
    currency: line.currency,
    precision: line.precision,
    paidOn: line.paidOn,
    method: line.method,
    instalments: line.instalments,
    receipt: line.receipt,
    toldBeforeSigning: line.toldBeforeSigning,
    paidBy: line.paidBy as PayerKind | null,
    refundedMinor: line.refundedMinor,
  }
}

/** What was told, as an officer reads it now. An own rate goes with the currency and the month it was for; true when it went. */
export async function updateLine(
  on: Scoped<Writer>,
  caseSeal: CaseSeal,
  before: OpenedLine,
  input: LineInput,
): Promise<boolean> {
  const line = tidyLine(input)
  const keepsRate =
    before.rateOverride !== null && line.currency === before.currency && isSameMonth(line.paidOn, before.paidOn)
  const override = keepsRate ? before.rateOverride : null
  await on.db.feeLine.update({
    where: { id: before.id },
    data: {
      ...lineColumns(caseSeal, before.id, line),
      ...convertLine(amountOf(line), await listExchangeRates(on), line.paidOn, override),
      ...(keepsRate ? {} : { rateOverride: null, sealedRateReason: null }),
      version: { increment: 1 },
    },
    select: { id: true },
  })
  return before.rateOverride !== null && !keepsRate
}

function isSameMonth(one: string | null, other: string | null): boolean {
  return (one ?? '').slice(0, 7) === (other ?? '').slice(0, 7)
}

/** An officer's own rate in place of the official one, or the official one again. */
export async function updateLineRate(
  on: Scoped<Writer>,
  caseSeal: CaseSeal,
  line: OpenedLine,
  override: { readonly unitsPerUsd: string | null; readonly reason: string },
): Promise<void> {
  const { unitsPerUsd, reason } = override
  await on.db.feeLine.update({
    where: { id: line.id },
    data: {
      ...convertLine(amountOf(line), await listExchangeRates(on), line.paidOn, unitsPerUsd),
      rateOverride: unitsPerUsd,
      sealedRateReason: unitsPerUsd === null ? null : caseSeal.seal('fee_line.sealed_rate_reason', line.id, reason),
      version: { increment: 1 },
    },
    select: { id: true },
  })
}

/** How well a payment is supported, in the name of who rated it. */
export async function updateLineSupport(
  on: Scoped<Writer>,
  caseSeal: CaseSeal,
  lineId: string,
  rating: { readonly level: SupportLevel; readonly reason: string; readonly at: Date },
): Promise<void> {
  await on.db.feeLine.update({
    where: { id: lineId },
    data: {
      supportLevel: rating.level,
      sealedSupportReason: caseSeal.seal('fee_line.sealed_support_reason', lineId, rating.reason),
      supportById: on.grant.actor.id,
      supportAt: rating.at,
      version: { increment: 1 },
    },
    select: { id: true },
  })
}

/** Takes lines out of what counts, or puts them back. */
export async function setLines(
  on: Scoped<Writer>,
  ids: readonly string[],
  change: { readonly removedAt?: Date | null; readonly splitAt?: Date | null },
): Promise<void> {
  await on.db.feeLine.updateMany({ where: { id: { in: [...ids] } }, data: { ...change, version: { increment: 1 } } })
}

/** The parts of a line that now count in its place. They were told when the whole was; what was typed stays with the whole. */
export async function insertParts(
  on: Scoped<Writer>,
  caseSeal: CaseSeal,
  whole: OpenedLine,
  parts: readonly SplitLine[],
): Promise<void> {
  const count = await on.db.feeLine.count({ where: { caseId: caseSeal.caseId } })
  const told = inputOf(whole)
  const { ratePeriod, rateBasis, rateSource, rateOverride } = whole
  await on.db.feeLine.createMany({
    data: parts.map(({ payee, jpyMinor, usdMinor, ...part }, index) => {
      const id = newId()
      const to = payee && { payeeRole: payee.role, payeeName: payee.name, casePartyId: payee.casePartyId }
      return {
        id,
        caseId: caseSeal.caseId,
        position: count + index + 1,
        ...lineColumns(caseSeal, id, tidyLine({ ...told, ...to, ...part })),
        jpyMinor,
        usdMinor,
        ratePeriod,
        rateBasis,
        rateSource,
        rateOverride,
        sealedRateReason: whole.rateReason ? caseSeal.seal('fee_line.sealed_rate_reason', id, whole.rateReason) : null,
        splitFromId: whole.id,
        addedByKind: 'staff',
        addedById: on.grant.actor.id,
        createdAt: whole.createdAt,
      }
    }),
  })
}

function openLine(row: FeeLine, open: Opener | null): OpenedLine {
  const words = (column: string, sealed: Uint8Array | null) =>
    open && sealed && open(`fee_line.${column}`, row.id, sealed)
  return {
    id: row.id,
    position: row.position,
    version: row.version,
    payeeRole: row.payeeRole as PartyRole | null,
    payeeName: words('sealed_payee_name', row.sealedPayeeName),
    casePartyId: row.casePartyId,
    category: row.category as FeeCategoryCode | null,
    lumpCategories: row.lumpCategories as FeeCategoryCode[],
    amountMinor: row.amountMinor,
    amountMaxMinor: row.amountMaxMinor,
    currency: row.currency !== null && isCurrencyCode(row.currency) ? row.currency : null,
    amountAsTyped: words('sealed_amount_as_typed', row.sealedAmountAsTyped),
    precision: row.precision as Precision,
    paidOn: row.paidOn,
    method: row.method as PaymentMethod | null,
    instalments: row.instalments,
    receipt: row.receipt as ReceiptKind | null,
    toldBeforeSigning: row.toldBeforeSigning,
    paidBy: row.paidBy,
    refundedMinor: row.refundedMinor,
    jpyMinor: row.jpyMinor,
    usdMinor: row.usdMinor,
    ratePeriod: row.ratePeriod,
    rateBasis: row.rateBasis,
    rateSource: row.rateSource,
    rateOverride: row.rateOverride?.toFixed() ?? null,
    rateReason: words('sealed_rate_reason', row.sealedRateReason),
    supportLevel: row.supportLevel as SupportLevel | null,
    supportReason: words('sealed_support_reason', row.sealedSupportReason),
    supportById: row.supportById,
    supportAt: row.supportAt,
    splitFromId: row.splitFromId,
    splitAt: row.splitAt,
    removedAt: row.removedAt,
    addedByKind: row.addedByKind,
    addedById: row.addedById,
    createdAt: row.createdAt,
  }
}
