'use server'

import { dayInJapan } from '@/lib/domain/calendar/day'
import type { FormState } from '@/lib/http/form-state'
import { now } from '@/lib/platform/clock'
import { confirmSchema } from '@/lib/schemas/ledger/ledger-fields'
import { loanSchema, newLoanSchema } from '@/lib/schemas/ledger/loan-form'
import { removeLoan, restoreLoan } from '@/lib/usecases/ledger/remove-loan'
import { saveLoan } from '@/lib/usecases/ledger/save-loan'
import { postLedger } from '../post-ledger'

/** Adds a loan. */
export async function addLoanAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const schema = newLoanSchema(dayInJapan(now()))
  return postLedger(
    {
      locale,
      number,
      path: '/loans/new',
      schema,
      done: 'loan_added',
      write: (grant, form) => saveLoan(grant, { number, loanId: null, ...form }),
    },
    data,
  )
}

/** Writes a loan down otherwise; what it was stays beside it. */
export async function editLoanAction(
  locale: string,
  number: string,
  loanId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const schema = loanSchema(dayInJapan(now()))
  return postLedger(
    {
      locale,
      number,
      path: `/loans/${loanId}`,
      schema,
      done: 'loan_changed',
      write: (grant, form) => saveLoan(grant, { number, loanId, ...form }),
    },
    data,
  )
}

/** Takes a loan out of what counts. */
export async function removeLoanAction(
  locale: string,
  number: string,
  loanId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postLedger(
    {
      locale,
      number,
      path: `/loans/${loanId}/remove`,
      schema: confirmSchema,
      done: 'loan_removed',
      write: (grant, form) => removeLoan(grant, { number, loanId, ...form }),
    },
    data,
  )
}

/** Puts a removed loan back. */
export async function restoreLoanAction(
  locale: string,
  number: string,
  loanId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postLedger(
    {
      locale,
      number,
      path: `/loans/${loanId}/back`,
      schema: confirmSchema,
      done: 'loan_back',
      write: (grant, form) => restoreLoan(grant, { number, loanId, ...form }),
    },
    data,
  )
}
