import { z } from 'zod'
import { isDay } from '@/lib/domain/calendar/day'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { Money } from '@/lib/domain/money/money'
import { CLAIM_LANES } from '@/lib/domain/remedies/claim-lines'
import { equalInstalments, MAX_INSTALMENTS, type Due } from '@/lib/domain/remedies/schedule'
import { REMEDY_TYPES } from '@/lib/domain/workflow/outcomes'
import { optionalWords, requestId, tick, version, words } from '../case/limits'
import { readSum, type Fields } from '../ledger/sums'

const open = <T extends z.ZodType>(schema: T) => z.union([z.literal('').transform(() => null), schema]).optional()
const list = z.array(z.uuid({ error: 'errors.choose_known' })).default([])
const day = z.string({ error: 'remedies.day_missing' }).refine(isDay, { error: 'remedies.day_missing' })

/** How many parts an officer can write line by line; more are made in equal parts. */
export const OWN_PARTS = 6

/** What is asked of a party. The sum may stay open where payments are ticked. */
export const claimSchema = z
  .looseObject({
    requestId,
    type: z.enum(REMEDY_TYPES, { error: 'errors.choose_known' }),
    casePartyId: open(z.uuid({ error: 'errors.choose_known' })),
    lane: open(z.enum(CLAIM_LANES, { error: 'errors.choose_known' })),
    feeLineIds: list,
  })
  .transform((fields, ctx) => ({
    requestId: fields.requestId,
    type: fields.type,
    casePartyId: fields.casePartyId ?? null,
    lane: fields.lane ?? null,
    feeLineIds: fields.feeLineIds,
    amount: readSum(fields, 'amount', ctx, { currencyName: 'currency' })?.money ?? null,
  }))

/** Terms and, where it is about money, the sum and its parts: equal ones by the month, or each as it was agreed. */
export const offerSchema = z
  .looseObject({
    requestId,
    version,
    terms: words('remedies.terms_missing'),
    staffTerms: optionalWords,
    plan: z.enum(['none', 'equal', 'own'], { error: 'errors.choose_known' }),
  })
  .transform((fields, ctx) => {
    const { requestId, version, terms, staffTerms = '', plan } = fields
    const amount =
      plan === 'none' ? null : (readSum(fields, 'amount', ctx, { currencyName: 'currency' })?.money ?? null)
    if (plan !== 'none' && amount === null && ctx.issues.length === 0)
      ctx.addIssue({ code: 'custom', path: ['amount'], message: 'remedies.amount_missing' })
    const dues = amount === null ? [] : plan === 'equal' ? equalOf(fields, amount, ctx) : ownOf(fields, amount, ctx)
    return { requestId, version, terms, staffTerms, amount, dues }
  })

/** What stands in a field; a field that repeats is none. */
function typed(field: unknown): string {
  return typeof field === 'string' ? field : ''
}

function equalOf(fields: Fields, amount: Money, ctx: z.RefinementCtx): Due[] {
  const count = Number(fields['parts'] ?? '')
  const first = typed(fields['firstDueOn'])
  if (!Number.isInteger(count) || count < 1 || count > MAX_INSTALMENTS)
    ctx.addIssue({ code: 'custom', path: ['parts'], message: 'remedies.parts_invalid' })
  else if (!isDay(first)) ctx.addIssue({ code: 'custom', path: ['firstDueOn'], message: 'remedies.day_missing' })
  else return equalInstalments(amount.amountMinor, count, first)
  return []
}

function ownOf(fields: Fields, { currency }: Money, ctx: z.RefinementCtx): Due[] {
  return Array.from({ length: OWN_PARTS }, (_, index) => index + 1).flatMap((number) => {
    const dueOn = typed(fields[`due${number}`])
    const sum = readSum({ ...fields, currency }, `part${number}`, ctx, { currencyName: 'currency' })
    if (sum === null && dueOn === '') return []
    if (sum === null) {
      ctx.addIssue({ code: 'custom', path: [`part${number}`], message: 'remedies.amount_missing' })
      return []
    }
    if (!isDay(dueOn)) ctx.addIssue({ code: 'custom', path: [`due${number}`], message: 'remedies.day_missing' })
    return [{ amountMinor: sum.money.amountMinor, dueOn }]
  })
}

/** A payment towards an instalment; its currency is that of the agreement. `today`: nothing is paid tomorrow. */
export function paymentSchema(today: string) {
  return z
    .looseObject({
      requestId,
      paidOn: day.refine((text) => text <= today, { error: 'remedies.day_future' }),
      evidenceId: open(z.uuid({ error: 'errors.choose_known' })),
      proofSeen: tick,
    })
    .transform((fields, ctx) => {
      const sum = readSum(fields, 'amount', ctx, { currencyName: 'currency' })
      if (sum === null && ctx.issues.length === 0)
        ctx.addIssue({ code: 'custom', path: ['amount'], message: 'remedies.amount_missing' })
      const currency = fields['currency']
      const amount = sum?.money ?? {
        amountMinor: 0n,
        currency: typeof currency === 'string' && isCurrencyCode(currency) ? currency : ('JPY' as const),
      }
      const { requestId, paidOn, evidenceId = null, proofSeen } = fields
      return { requestId, paidOn, evidenceId, proofSeen, amount }
    })
}

/** Which payment was written down wrongly. */
export const voidSchema = z.object({ paymentId: z.uuid({ error: 'errors.choose_known' }) })

/** What the worker told of an offer, with when and how. */
export const toldSchema = z.object({
  requestId,
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/u, { error: 'errors.choose_known' }),
  answer: z.enum(['yes', 'no'], { error: 'errors.choose_known' }),
  words: words('remedies.witness_missing'),
})

/** Why a claim is taken back. */
export const dropSchema = z.object({ requestId, version, reason: words('remedies.reason_missing') })
