import { z } from 'zod'

/** Letters of a file with rates: ours of fifteen years and 25 currencies has 350,000. */
export const RATE_FILE_MAXIMUM = 1_000_000

/** A file with rates as text, what was shown of it, and whether far rates are meant. */
export const importRatesSchema = z.object({
  text: z
    .string({ error: 'errors.rates_nothing' })
    .max(RATE_FILE_MAXIMUM, { error: 'errors.rates_too_long' })
    .refine((text) => text.trim() !== '', { error: 'errors.rates_nothing' }),
  seen: z.string().max(64).default(''),
  isFarAllowed: z
    .literal('yes')
    .optional()
    .transform((ticked) => ticked === 'yes'),
})

/** What the page of rates says after a file was taken over; `judged` 1 when cases are judged again. */
export const ratesDoneSchema = z.object({
  added: z.coerce.number().int().min(0).max(1_000_000),
  changed: z.coerce.number().int().min(0).max(1_000_000),
  judged: z.coerce.number().int().min(0).max(1),
})
