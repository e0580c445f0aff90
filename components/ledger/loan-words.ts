import { codeWord, money, partialDate, wordOf } from '@/components/case/words'
import type { LedgerLoan } from '@/lib/domain/fees/ledger/ledger'
import { formatDecimal } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'

/** Who lent, as given or by kind. */
export function sayLender(t: Translator, loan: Pick<LedgerLoan, 'lenderName' | 'lenderKind'>): string {
  return loan.lenderName ?? (loan.lenderKind === null ? t('cases.unsaid') : codeWord(t, 'lender_kind', loan.lenderKind))
}

/** "1.2 % a month"; null when it was not told. */
export function sayInterest(t: Translator, loan: Pick<LedgerLoan, 'ratePercent' | 'ratePeriod'>): string | null {
  if (loan.ratePercent === null) return null
  const rate = formatDecimal(loan.ratePercent, t.locale)
  return loan.ratePeriod === null
    ? t('ledger.percent', { rate })
    : t('ledger.interest', { rate, period: codeWord(t, 'rate_period', loan.ratePeriod) })
}

/** What stands for the loan. */
export function sayCollateral(t: Translator, loan: Pick<LedgerLoan, 'collateral'>): string | null {
  return loan.collateral === null ? null : wordOf(t, `ledger.collateral_${loan.collateral}`, loan.collateral)
}

/** A loan in one line: who, how much, when. */
export function sayLoan(t: Translator, loan: LedgerLoan): string {
  return [sayLender(t, loan), money(t, loan.principalMinor, loan.currency), partialDate(t, loan.borrowedOn)]
    .filter((part) => part !== null)
    .join(' · ')
}
