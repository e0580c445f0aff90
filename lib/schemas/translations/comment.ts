import { z } from 'zod'

const WORDS_MAXIMUM = 1000

/** What a reader says about the words of a page. */
export const commentSchema = z.object({
  wrong: z
    .string({ error: 'errors.message_required' })
    .trim()
    .min(1, { error: 'errors.message_required' })
    .max(WORDS_MAXIMUM, { error: 'errors.too_long' }),
  better: z
    .string()
    .trim()
    .max(WORDS_MAXIMUM, { error: 'errors.too_long' })
    .default('')
    .transform((text) => (text === '' ? null : text)),
})

export type CommentInput = z.output<typeof commentSchema>
