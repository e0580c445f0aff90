'use server'

import { dayInJapan } from '@/lib/domain/calendar/day'
import { now } from '@/lib/platform/clock'
import { confirmSchema } from '@/lib/schemas/ledger/ledger-fields'
import { loanSchema, newLoanSchema } from '@/lib/schemas/ledger/loan-form'
import { removeLoan, restoreLoan } from '@/lib/usecases/ledger/remove-loan'
import { saveLoan } from '@/lib/usecases/ledger/save-loan'
import { ledgerAction } from '../ledger-action'

/** Adds a loan. */
export const addLoanAction = ledgerAction(() => ({
  path: '/loans/new',
  schema: newLoanSchema(dayInJapan(now())),
  done: 'loan_added',
  write: (grant, form) => saveLoan(grant, { loanId: null, ...form }),
}))

/** Writes a loan down otherwise; what it was stays beside it. */
export const editLoanAction = ledgerAction((loanId: string) => ({
  path: `/loans/${loanId}`,
  schema: loanSchema(dayInJapan(now())),
  done: 'loan_changed',
  write: (grant, form) => saveLoan(grant, { loanId, ...form }),
}))

/** Takes a loan out of what counts. */
export const removeLoanAction = ledgerAction((loanId: string) => ({
  path: `/loans/${loanId}/remove`,
  schema: confirmSchema,
  done: 'loan_removed',
  write: (grant, form) => removeLoan(grant, { loanId, ...form }),
}))

/** Puts a removed loan back. */
export const restoreLoanAction = ledgerAction((loanId: string) => ({
  path: `/loans/${loanId}/back`,
  schema: confirmSchema,
  done: 'loan_back',
  write: (grant, form) => restoreLoan(grant, { loanId, ...form }),
}))
