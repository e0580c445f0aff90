import { z } from 'zod'
import { importField } from '@/lib/domain/imports/import-fields'
import type { ImportMapping } from '@/lib/domain/imports/import-mapping'
import { CURRENCY_CODES } from '@/lib/domain/money/currencies'
import { LOCALES } from '@/lib/i18n/locales'
import { ASSISTED_CHANNELS, ASSISTED_CONSENT_METHODS } from '@/lib/schemas/report/draft-payload'

const settings = {
  channel: z.enum(ASSISTED_CHANNELS, { error: 'errors.choose_one' }),
  language: z.enum(LOCALES, { error: 'errors.choose_known' }),
  consentMethod: z.enum(ASSISTED_CONSENT_METHODS, { error: 'errors.choose_one' }),
  currency: z.union([z.literal(''), z.enum(CURRENCY_CODES as readonly [string, ...string[]])], {
    error: 'errors.currency_unknown',
  }),
}

/** The settings of the mapping form; its columns are `column_<n>`, its words `word_<n>` (readMappingForm). */
export const mappingSettingsSchema = z.object(settings)

/** A mapping as it was stored: our own text, possibly of an older version. */
const storedMapping = z.object({
  columns: z.array(z.string()),
  meanings: z.record(z.string(), z.record(z.string(), z.string())),
  ...settings,
})

/** A stored mapping, or null when it is of another form; fields that do not exist any more are columns that are not read. */
export function readStoredMapping(value: unknown): ImportMapping | null {
  const read = storedMapping.safeParse(value)
  if (!read.success) return null
  return { ...read.data, columns: read.data.columns.map((key) => (importField(key) === undefined ? '' : key)) }
}

/** The page that begins an import again, or goes on with it: the version of what was seen. */
export const importStepSchema = z.object({
  version: z.coerce.number().int().min(1),
  leaveOut: z.literal('yes').optional(),
})
