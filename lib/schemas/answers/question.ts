import { z } from 'zod'
import { ANSWER_LANES, PARTY_LOCALES, SHARED_ITEMS } from '@/lib/domain/answers/request'
import { optionalWords, requestId, words } from '../case/limits'

/** A question to a party; `witness` says when and how the worker allowed it, where the own page does not. */
export const questionSchema = z.object({
  requestId,
  casePartyId: z.uuid({ error: 'errors.choose_known' }),
  lane: z.enum(ANSWER_LANES, { error: 'errors.choose_known' }),
  items: z.array(z.enum(SHARED_ITEMS, { error: 'errors.choose_known' })).default([]),
  language: z.enum(PARTY_LOCALES, { error: 'errors.choose_known' }),
  allegation: words('answers.allegation_missing'),
  /** Ticked: another question to the party is open, and this one is asked all the same. */
  isAnother: z
    .literal('yes')
    .optional()
    .transform((tick) => tick === 'yes'),
  witness: optionalWords.transform((text) => text ?? ''),
})
