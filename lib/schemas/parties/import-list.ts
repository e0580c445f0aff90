import { z } from 'zod'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { LIST_FIELDS, type ListField } from '@/lib/domain/parties/licence-list'
import { REGIME_CODES } from '@/lib/domain/parties/register'

const column = z
  .string()
  .regex(/^\d{0,3}$/u, { error: 'errors.choose_known' })
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))

/** How the columns of a list are read, and what all its rows have in common. */
export const listSettingsSchema = z
  .object({
    ...(Object.fromEntries(LIST_FIELDS.map((field) => [field, column])) as Record<ListField, typeof column>),
    regime: z.enum(REGIME_CODES as readonly [string, ...string[]], { error: 'parties.regime_missing' }),
    country: z.string().regex(/^[A-Z]{2}$/u, { error: 'parties.country_missing' }),
    role: z.enum(PARTY_ROLES as readonly [string, ...string[]], { error: 'errors.choose_one' }),
    source: z
      .string()
      .trim()
      .min(1, { error: 'parties.source_missing' })
      .max(200, { error: 'errors.too_long_to_send' }),
  })
  .superRefine((form, context) => {
    for (const field of ['name', 'number'] as const)
      if (form[field] === null) context.addIssue({ code: 'custom', message: 'parties.import_needs', path: [field] })
  })
