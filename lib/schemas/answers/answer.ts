import { z } from 'zod'
import { isDay } from '@/lib/domain/calendar/day'
import type { PartyOffer } from '@/lib/domain/answers/answer'
import { PARTY_LOCALES, STANCES, type PartyLocale } from '@/lib/domain/answers/request'
import { MAX_INSTALMENTS } from '@/lib/domain/remedies/schedule'
import { REMEDY_TYPES } from '@/lib/domain/workflow/outcomes'
import { readSum } from '../ledger/sums'

const WORDS_MAX = 8000

const FIELD_MAX = 60

/** What a party typed so far, to be kept unsent: nothing is checked but its length. */
export const draftSchema = z.object({
  stance: z.string().max(FIELD_MAX).default(''),
  words: z.string().max(WORDS_MAX, { error: 'errors.too_long' }).default(''),
  offerType: z.string().max(FIELD_MAX).default(''),
  amount: z.string().max(FIELD_MAX, { error: 'errors.too_long' }).default(''),
  currency: z.string().max(FIELD_MAX).default(''),
  parts: z.string().max(FIELD_MAX, { error: 'errors.too_long' }).default(''),
  firstDueOn: z.string().max(FIELD_MAX).default(''),
})

/** The button of another language keeps what is typed and shows it there: `keep:vi`. */
export const KEEP_IN = 'keep:'

/** The language that such a button asks for; null for any other button. */
export function languageToKeepIn(act: FormDataEntryValue | null): PartyLocale | null {
  return PARTY_LOCALES.find((locale) => act === `${KEEP_IN}${locale}`) ?? null
}

/** What a party answers: a stance and words or an offer, never nothing at all. */
export const answerSchema = z
  .looseObject({
    stance: z.enum(STANCES, { error: 'answers.stance_missing' }),
    words: z.string().trim().max(WORDS_MAX, { error: 'errors.too_long' }).default(''),
    offerType: z.union([z.literal(''), z.enum(REMEDY_TYPES, { error: 'errors.choose_known' })]).default(''),
    parts: z.string().trim().default(''),
    firstDueOn: z.string().trim().default(''),
  })
  .transform((fields, ctx) => {
    const { stance, words, offerType, parts, firstDueOn } = fields
    const sum = readSum(fields, 'amount', ctx, { currencyName: 'currency' })?.money ?? null
    const count = parts === '' ? null : Number(parts)
    if (count !== null && (!Number.isInteger(count) || count < 1 || count > MAX_INSTALMENTS))
      ctx.addIssue({ code: 'custom', path: ['parts'], message: 'remedies.parts_invalid' })
    if (firstDueOn !== '' && !isDay(firstDueOn))
      ctx.addIssue({ code: 'custom', path: ['firstDueOn'], message: 'remedies.day_missing' })
    if (stance !== 'accept' && words === '')
      ctx.addIssue({ code: 'custom', path: ['words'], message: 'answers.words_missing' })
    const hasOffer = offerType !== '' || sum !== null
    const offer: PartyOffer | null = hasOffer
      ? {
          type: offerType === '' ? 'fee_repayment' : offerType,
          amountMinor: sum?.amountMinor.toString() ?? null,
          currency: sum?.currency ?? null,
          parts: count,
          firstDueOn: firstDueOn === '' ? null : firstDueOn,
        }
      : null
    return { stance, words, offer }
  })
