import { z } from 'zod'
import { LOCALES, type Locale } from '@/lib/i18n/locales'

/** More do not fit on one sheet in letters that are read from a step away. */
const POSTER_LANGUAGES_MAXIMUM = 4

/** Codes, never names: letters, digits and a few signs. */
const code = z
  .string()
  .trim()
  .regex(/^(?:[A-Za-z0-9][A-Za-z0-9._/-]{0,39})?$/u, { error: 'settings.posters_code_wrong' })
  .transform((text) => (text === '' ? null : text))

/** What staff say about a new poster. */
export const makePosterSchema = z.object({
  programme: code,
  jobOrder: code,
  languages: z
    .array(z.enum(LOCALES, { error: 'errors.choose_known' }))
    .min(1, { error: 'errors.choose_some' })
    .max(POSTER_LANGUAGES_MAXIMUM, { error: 'errors.too_many' })
    .transform((chosen) => LOCALES.filter((locale) => chosen.includes(locale))),
})

export type MakePosterInput = Omit<z.output<typeof makePosterSchema>, 'languages'> & {
  readonly languages: readonly Locale[]
}
