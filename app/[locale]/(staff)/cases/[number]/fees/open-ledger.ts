import 'server-only'
import { requireGrant } from '@/lib/access/door'
import type { Grant } from '@/lib/access/grant'
import { notHere } from '@/lib/access/not-here'
import { listExchangeRates } from '@/lib/data/exchange-rates'
import { within } from '@/lib/data/within'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { defaultCurrencyOf, isOriginCode } from '@/lib/domain/countries'
import type { Ledger, LedgerLine, LedgerLoan } from '@/lib/domain/fees/ledger/ledger'
import type { CurrencyCode } from '@/lib/domain/money/currencies'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { Locale } from '@/lib/i18n/locales'
import { readLedger } from '@/lib/usecases/ledger/read-ledger'

/** A ledger that a page shows, with the pass it was read with and where its pages are. */
export type OpenedLedger = {
  readonly ledger: Ledger
  readonly grant: Grant<'case.read'>
  /** The address of the ledger; its other pages are below it. */
  readonly fees: string
  /** The currency an amount is likely in. */
  readonly proposed: CurrencyCode
}

/** The ledger for one of its pages, `path` below its own address; sign-in first, not found when there is no such case in the office. */
export async function openLedger(locale: Locale, number: string, path = ''): Promise<OpenedLedger> {
  const fees = `/${locale}/cases/${number}/fees`
  const grant = await requireGrant('case.read', { locale, returnTo: `${fees}${path}` })
  const ledger = parseCaseNumber(number).ok ? await readLedger(grant, number) : null
  if (!ledger) return notHere(locale)
  const { origin } = ledger.head
  const proposed = origin !== null && isOriginCode(origin) ? defaultCurrencyOf(origin) : 'JPY'
  return { ledger, grant, fees, proposed }
}

/** One payment of the ledger, set aside or not; not found when it is not in it. */
export async function openLine(
  locale: Locale,
  number: string,
  lineId: string,
  path = '',
): Promise<OpenedLedger & { readonly line: LedgerLine }> {
  const opened = await openLedger(locale, number, `/lines/${lineId}${path}`)
  const { lines, setAside } = opened.ledger
  const line = [...lines, ...setAside].find(({ id }) => id === lineId)
  return line ? { ...opened, line } : notHere(locale)
}

/** One loan of the ledger, removed or not; not found when it is not in it. */
export async function openLoan(
  locale: Locale,
  number: string,
  loanId: string,
  path = '',
): Promise<OpenedLedger & { readonly loan: LedgerLoan }> {
  const opened = await openLedger(locale, number, `/loans/${loanId}${path}`)
  const loan = opened.ledger.loans.find(({ id }) => id === loanId)
  return loan ? { ...opened, loan } : notHere(locale)
}

/** The exchange rates we hold. */
export function ratesFor(grant: Grant<'case.read'>): Promise<readonly ExchangeRate[]> {
  return within(grant, (on) => listExchangeRates(on))
}
