'use server'

import { dayInJapan } from '@/lib/domain/calendar/day'
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
import { remedyAction } from './remedy-action'

/** Writes down what is asked. */
export const claimAction = remedyAction(() => ({
  path: '/new',
  schema: claimSchema,
  lists: ['feeLineIds'],
  done: 'claimed',
  write: claimRemedy,
}))

/** Puts terms to the worker. */
export const offerAction = remedyAction((remedyId: string) => ({
  path: `/${remedyId}/offer`,
  schema: offerSchema,
  done: 'offered',
  write: (grant, form) => offerRemedy(grant, { remedyId, ...form }),
}))

/** Writes down what the worker told of an offer. */
export const toldAction = remedyAction((remedyId: string) => ({
  path: `/${remedyId}/told`,
  schema: toldSchema,
  done: 'told',
  write: (grant, { answer, ...form }) => recordToldAnswer(grant, { remedyId, isYes: answer === 'yes', ...form }),
}))

/** Takes a claim back. */
export const dropAction = remedyAction((remedyId: string) => ({
  path: `/${remedyId}/drop`,
  schema: dropSchema,
  done: 'dropped',
  write: (grant, form) => dropClaim(grant, { remedyId, ...form }),
}))

/** Writes down a payment. */
export const payAction = remedyAction((repaymentId: string) => ({
  path: `/pay/${repaymentId}`,
  schema: paymentSchema(dayInJapan(now())),
  done: 'paid',
  write: (grant, form) => recordPayment(grant, { repaymentId, ...form }),
}))

/** Takes a payment out that was written down wrongly. */
export const voidAction = remedyAction((repaymentId: string) => ({
  path: `/pay/${repaymentId}`,
  schema: voidSchema,
  done: 'payment_removed',
  write: (grant, form) => voidPayment(grant, { repaymentId, ...form }),
}))
