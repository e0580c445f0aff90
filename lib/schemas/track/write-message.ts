import { z } from 'zod'
import { ownFormShape } from './own-form'

/** The longest message; a report's story may be longer. */
export const MESSAGE_MAX_LENGTH = 10_000

/** The worker's answer. `unknown` is the button "I do not remember", which needs no words. */
export const writeMessageSchema = z
  .object({
    ...ownFormShape,
    text: z.string().trim().max(MESSAGE_MAX_LENGTH, { error: 'errors.too_long' }),
    unknown: z.literal('1').optional(),
  })
  .refine(({ text, unknown }) => text !== '' || unknown !== undefined, {
    path: ['text'],
    error: 'errors.message_required',
  })
