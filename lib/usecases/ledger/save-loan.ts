import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { beforeOf } from '@/lib/data/ledger-revisions'
import { findLoan, insertLoan, updateLoan } from '@/lib/data/loans'
import type { LedgerError, LoanEdit, ReasonMissing } from '@/lib/domain/fees/ledger/ledger-changes'
import { err, ok, type Result } from '@/lib/domain/result'
import { changeLedger } from './change-ledger'

type LoanRefused = ReasonMissing | 'loan_set_aside' | 'rate_invalid'

/** `loan_set_aside`: it was removed. `rate_invalid`: the interest is no decimal number below 100,000 with four places at most. */
export type SaveLoanError = LedgerError<LoanRefused>

// What the column holds: 5 digits before the point, 4 after it.
const RATE_PERCENT = /^\d{1,5}(?:\.\d{1,4})?$/u

/** Adds a loan (`loanId` null) or writes one down otherwise; what it was, who changed it and why stay beside it. */
export function saveLoan(grant: Grant<'case.write_fees'>, form: LoanEdit): Promise<Result<void, SaveLoanError>> {
  const { loanId, loan, requestId, reason } = form
  const action = loanId === null ? 'loan.added' : 'loan.changed'
  return changeLedger<LoanRefused>(grant, form, action, async ({ on, caseSeal, at }) => {
    if (loan.ratePercent !== null && !RATE_PERCENT.test(loan.ratePercent)) return err({ code: 'rate_invalid' })
    if (loanId === null) {
      const subjectId = await insertLoan(on, caseSeal, { loan, requestId, at })
      const added = { subject: 'loan', subjectId, change: 'added', before: beforeOf(loan), reason: null } as const
      return ok({ revisions: [added], detail: { lenderKind: loan.lenderKind } })
    }
    const before = await findLoan(on, caseSeal, loanId)
    if (!before) return err({ code: 'not_found' })
    if (before.version !== form.version) return err({ code: 'changed_meanwhile' })
    if (before.removedAt !== null) return err({ code: 'loan_set_aside' })
    if (reason.trim() === '') return err({ code: 'reason_missing' })
    await updateLoan(on, caseSeal, loanId, { loan, before, at })
    const revision = {
      subject: 'loan',
      subjectId: loanId,
      change: 'changed',
      before: beforeOf(before),
      reason,
    } as const
    return ok({ revisions: [revision], detail: { loanId } })
  })
}
