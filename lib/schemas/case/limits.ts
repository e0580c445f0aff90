import { z } from 'zod'
import type { MessageKey } from '@/lib/i18n/message-key'

/** Words of one message, note or reason. Long enough for a report, short enough to read in one go. */
export const WORDS_MAX = 20_000

const tooLong: MessageKey = 'errors.too_long'
const chooseKnown: MessageKey = 'errors.choose_known'

/** Words that may be left out. */
export const optionalWords = z.string().trim().max(WORDS_MAX, { error: tooLong }).optional()

/** Words that must be there; the key says what is asked for. */
export function words(missing: MessageKey) {
  return z.string({ error: missing }).trim().min(1, { error: missing }).max(WORDS_MAX, { error: tooLong })
}

/** The version of the case that the form was shown for. */
export const version = z.coerce
  .number({ error: chooseKnown })
  .int({ error: chooseKnown })
  .min(1, { error: chooseKnown })

/** The id of the form that was shown. */
export const requestId = z.uuid({ error: chooseKnown })

/** A tick box that is ticked or not. */
export const tick = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes')
