import { z } from 'zod'

/** Names, addresses, times: what fits on one line. */
export const LINE_MAXIMUM = 200
/** A long evening's story; longer ones can be added as messages later. */
export const STORY_MAXIMUM = 50_000

/** One line of text; blank counts as not answered. */
export const lineOfText = z
  .string({ error: 'errors.check_answer' })
  .transform((text) => text.replace(/\s+/gu, ' ').trim())
  .pipe(z.string().max(LINE_MAXIMUM, { error: 'errors.too_long' }))
  .transform((text) => (text === '' ? undefined : text))
  .optional()

/** One code out of a list; nothing chosen counts as not answered. */
export function codeOf<const C extends string>(codes: readonly C[]) {
  return z
    .union([z.literal(''), z.enum(codes as readonly [C, ...C[]])], { error: 'errors.choose_known' })
    .transform((code) => (code === '' ? undefined : code))
    .optional()
}

/** Several codes out of a list, each once. */
export function codesOf<const C extends string>(codes: readonly C[]) {
  return z
    .array(z.enum(codes as readonly [C, ...C[]], { error: 'errors.choose_known' }), { error: 'errors.choose_known' })
    .transform((chosen) => [...new Set(chosen)] as C[])
}
