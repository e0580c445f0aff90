import { codeWord, money, partialDate, wordOf } from '@/components/case/words'
import { differenceText } from '@/components/settings/rate-words'
import type { LedgerLine } from '@/lib/domain/fees/ledger/ledger'
import type { ChosenRate } from '@/lib/domain/money/exchange-rates'
import { rateDistance } from '@/lib/domain/money/rate-changes'
import { formatDecimal } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** What a payment was for; of a lump everything it was for. */
export function sayWhat(t: Translator, line: Pick<LedgerLine, 'category' | 'lumpCategories'>): string {
  const codes = line.lumpCategories.length > 0 ? line.lumpCategories : line.category === null ? [] : [line.category]
  return codes.length === 0 ? t('cases.unsaid') : codes.map((code) => codeWord(t, 'fee_category', code)).join('; ')
}

/** Who was paid as given, and which part they play. */
export function sayPayee(
  t: Translator,
  line: Pick<LedgerLine, 'payeeName' | 'payeeRole'>,
): { readonly name: string; readonly role: string | null } {
  const role = line.payeeRole === null ? null : codeWord(t, 'party_role', line.payeeRole)
  return line.payeeName === null ? { name: role ?? t('cases.unsaid'), role: null } : { name: line.payeeName, role }
}

type Remembered = Pick<LedgerLine, 'amountMinor' | 'amountMaxMinor' | 'currency' | 'amountAsTyped' | 'precision'>

/** The amount in its own currency as it is remembered: exact, about, between two, or the words where nobody could read a sum. */
export function sayAmount(t: Translator, line: Remembered): string {
  const amount = money(t, line.amountMinor, line.currency)
  if (amount === null) return line.amountAsTyped === null ? t('cases.forgotten') : `“${line.amountAsTyped}”`
  const upTo = money(t, line.amountMaxMinor, line.currency)
  const text = upTo === null ? amount : `${amount} – ${upTo}`
  return line.precision === 'about' ? t('common.about_amount', { amount: text }) : text
}

/** When it was paid, as well as it is remembered. */
export function sayWhen(t: Translator, line: Pick<LedgerLine, 'paidOn'>): string {
  return partialDate(t, line.paidOn) ?? t('cases.forgotten')
}

/** Which rate the yen went through, in words; null where nothing was converted. */
export function sayRate(
  t: Translator,
  line: Pick<LedgerLine, 'ratePeriod' | 'rateBasis' | 'rateOverride'>,
): string | null {
  if (line.rateOverride !== null) return t('ledger.rate_own', { rate: formatDecimal(line.rateOverride, t.locale) })
  if (line.rateBasis === null) return null
  const period = (line.ratePeriod ?? '')
    .split(', ')
    .map((one) => partialDate(t, one) ?? one)
    .join(', ')
  if (line.rateBasis === 'month') return t('ledger.rate_month', { period })
  return t(line.rateBasis === 'year' ? 'ledger.rate_year' : 'ledger.rate_nearest', { period })
}

/** That an officer's own rate is more than a fifth away from the official one; null where it is not. */
export function sayFarRate(
  t: Translator,
  { rateOverride }: Pick<LedgerLine, 'rateOverride'>,
  official: ChosenRate | null,
): string | null {
  if (rateOverride === null || official === null) return null
  const { tenthsOfPercent, isToLookAt } = rateDistance(official.rate, { unitsPerUsd: rateOverride })
  if (!isToLookAt) return null
  return t('ledger.rate_far', {
    difference: differenceText(tenthsOfPercent, t.locale),
    official: formatDecimal(official.rate.unitsPerUsd, t.locale),
  })
}

/** The way of payment, in how many instalments, and the receipt, in one row of words. */
export function sayHow(t: Translator, line: Pick<LedgerLine, 'method' | 'instalments' | 'receipt'>): string {
  const parts = [
    line.method === null ? null : wordOf(t, `cases.method_${line.method}`, line.method),
    line.instalments === null ? null : t('ledger.instalments', { count: line.instalments }),
    line.receipt === null ? null : wordOf(t, `cases.receipt_${line.receipt}`, line.receipt),
  ].filter((part) => part !== null)
  return parts.length === 0 ? '–' : parts.join(', ')
}

/** Who the money came from, as an officer reads it. */
export function sayPayer(t: Translator, paidBy: string | null): string | null {
  return paidBy === null ? null : wordOf(t, `ledger.payer_${paidBy}`, paidBy)
}

/** A payment in one line: what, to whom, how much, when. */
export function sayLine(t: Translator, line: LedgerLine): string {
  return [sayWhat(t, line), sayPayee(t, line).name, sayAmount(t, line), sayWhen(t, line)].join(' · ')
}
