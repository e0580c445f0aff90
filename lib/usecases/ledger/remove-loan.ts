import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { beforeOf } from '@/lib/data/ledger-revisions'
import { findLoan, updateLoan } from '@/lib/data/loans'
import type { LedgerError, LoanRemoval, ReasonMissing } from '@/lib/domain/fees/ledger/ledger-changes'
import { err, ok, type Result } from '@/lib/domain/result'
import { changeLedger } from './change-ledger'

export type RemoveLoanError = LedgerError<ReasonMissing>

/** Takes a loan out of what counts. It stays in the ledger, set aside, and can be put back. */
export function removeLoan(grant: Grant<'case.write_fees'>, form: LoanRemoval): Promise<Result<void, RemoveLoanError>> {
  return setAside(grant, form, 'removed')
}

/** Puts a removed loan back. */
export function restoreLoan(
  grant: Grant<'case.write_fees'>,
  form: LoanRemoval,
): Promise<Result<void, RemoveLoanError>> {
  return setAside(grant, form, 'restored')
}

function setAside(grant: Grant<'case.write_fees'>, form: LoanRemoval, change: 'removed' | 'restored') {
  const { loanId, reason } = form
  return changeLedger<ReasonMissing>(grant, form, `loan.${change}`, async ({ on, caseSeal, at }) => {
    const before = await findLoan(on, caseSeal, loanId)
    if (!before) return err({ code: 'not_found' })
    if (before.version !== form.version) return err({ code: 'changed_meanwhile' })
    if (reason.trim() === '') return err({ code: 'reason_missing' })
    await updateLoan(on, caseSeal, loanId, { removedAt: change === 'removed' ? at : null })
    return ok({
      revisions: [{ subject: 'loan', subjectId: loanId, change, before: beforeOf(before), reason }],
      detail: { loanId },
    })
  })
}
