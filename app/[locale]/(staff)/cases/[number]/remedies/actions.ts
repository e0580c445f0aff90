'use server'

import { dayInJapan } from '@/lib/domain/calendar/day'
import type { FormState } from '@/lib/http/form-state'
import { now } from '@/lib/platform/clock'
import {
  claimSchema,
  dropSchema,
  offerSchema,
  paymentSchema,
  toldSchema,
  voidSchema,
} from '@/lib/schemas/remedies/remedy-forms'
import { recordToldAnswer } from '@/lib/usecases/remedies/answer-offer'
import { claimRemedy } from '@/lib/usecases/remedies/claim-remedy'
import { dropClaim } from '@/lib/usecases/remedies/drop-claim'
import { offerRemedy } from '@/lib/usecases/remedies/offer-remedy'
import { recordPayment, voidPayment } from '@/lib/usecases/remedies/record-payment'
import { postRemedy } from './post-remedy'

type Id = { readonly remedyId: string }

/** Writes down what is asked. */
export async function claimAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postRemedy(
    {
      locale,
      number,
      path: '/new',
      schema: claimSchema,
      lists: ['feeLineIds'],
      done: 'claimed',
      write: (grant, form) => claimRemedy(grant, { number, ...form }),
    },
    data,
  )
}

/** Puts terms to the worker. */
export async function offerAction(
  locale: string,
  number: string,
  { remedyId }: Id,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postRemedy(
    {
      locale,
      number,
      path: `/${remedyId}/offer`,
      schema: offerSchema,
      done: 'offered',
      write: (grant, form) => offerRemedy(grant, { number, remedyId, ...form }),
    },
    data,
  )
}

/** Writes down what the worker told of an offer. */
export async function toldAction(
  locale: string,
  number: string,
  { remedyId }: Id,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postRemedy(
    {
      locale,
      number,
      path: `/${remedyId}/told`,
      schema: toldSchema,
      done: 'told',
      write: (grant, { answer, ...form }) =>
        recordToldAnswer(grant, { number, remedyId, isYes: answer === 'yes', ...form }),
    },
    data,
  )
}

/** Takes a claim back. */
export async function dropAction(
  locale: string,
  number: string,
  { remedyId }: Id,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postRemedy(
    {
      locale,
      number,
      path: `/${remedyId}/drop`,
      schema: dropSchema,
      done: 'dropped',
      write: (grant, form) => dropClaim(grant, { number, remedyId, ...form }),
    },
    data,
  )
}

/** Writes down a payment. */
export async function payAction(
  locale: string,
  number: string,
  repaymentId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postRemedy(
    {
      locale,
      number,
      path: `/pay/${repaymentId}`,
      schema: paymentSchema(dayInJapan(now())),
      done: 'paid',
      write: (grant, form) => recordPayment(grant, { number, repaymentId, ...form }),
    },
    data,
  )
}

/** Takes a payment out that was written down wrongly. */
export async function voidAction(
  locale: string,
  number: string,
  repaymentId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postRemedy(
    {
      locale,
      number,
      path: `/pay/${repaymentId}`,
      schema: voidSchema,
      done: 'payment_removed',
      write: (grant, form) => voidPayment(grant, { number, repaymentId, ...form }),
    },
    data,
  )
}
