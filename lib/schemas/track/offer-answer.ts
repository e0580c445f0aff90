import { z } from 'zod'
import { CORRECTION_MAX_LENGTH } from './follow-up'
import { ownFormShape } from './own-form'

/** A yes or a no to an offer, with words or without; the fingerprint is that of the page that was read. */
export const offerAnswerSchema = z.object({
  ...ownFormShape,
  fingerprint: z.string().regex(/^[0-9a-f]{64}$/u, { error: 'errors.refused' }),
  answer: z.enum(['yes', 'no'], { error: 'errors.choose_known' }),
  words: z.string().trim().max(CORRECTION_MAX_LENGTH, { error: 'errors.too_long' }).default(''),
})
