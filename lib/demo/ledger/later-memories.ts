import type { LedgerLoan } from '@/lib/domain/fees/ledger/ledger'
import type { LoanInput } from '@/lib/domain/fees/ledger/ledger-changes'
import type { LineInput } from '@/lib/domain/fees/ledger/line-input'

// What comes to mind when an officer asks. Neither changes a sum of the survey: a gift without an amount, a loan paid back.

/** Presents for the people who chose, of which nobody knows the worth. */
export function untoldGift(): LineInput {
  return {
    payeeRole: 'other',
    payeeName: null,
    casePartyId: null,
    category: 'il_tribute_gift',
    lumpCategories: [],
    amountMinor: null,
    amountMaxMinor: null,
    currency: null,
    precision: 'forgotten',
    paidOn: null,
    method: 'goods',
    instalments: null,
    receipt: 'none',
    toldBeforeSigning: false,
    paidBy: 'family',
    refundedMinor: null,
  }
}

/** A second, smaller loan of relatives beside the one that was told, paid back by now. */
export function paidBackLoan({ principalMinor, outstandingMinor, currency }: LedgerLoan): LoanInput {
  return {
    lenderKind: 'family',
    lenderName: null,
    principalMinor: (principalMinor ?? outstandingMinor ?? 0n) / 4n,
    outstandingMinor: 0n,
    monthlyRepaymentMinor: null,
    currency,
    ratePercent: '0',
    ratePeriod: 'year',
    termMonths: 12,
    collateral: 'none',
    borrowedOn: null,
  }
}
