import { z } from 'zod'
import { LOCALES } from '@/lib/i18n/locales'
import { ASSISTED_CHANNELS, ASSISTED_CONSENT_METHODS } from './draft-payload'
import { personSchema } from './person-form'

/** How the report reached the office, and the language the worker reads. */
export const assistedStartSchema = z.object({
  channel: z.enum(ASSISTED_CHANNELS, { error: 'errors.choose_one' }),
  language: z.enum(LOCALES, { error: 'errors.choose_known' }),
})

/** How the worker agreed, and that the officer heard or saw it: without both, nothing is filed for anybody. Then who the worker is. */
export const assistedSendSchema = personSchema.extend({
  consentMethod: z.enum(ASSISTED_CONSENT_METHODS, { error: 'errors.choose_one' }),
  witnessed: z.literal('yes', { error: 'report.assisted_witness_missing' }),
})

/** The worker who gets the device: what they read, and whether they go on with what is on it. */
export const kioskStartSchema = z.object({
  workerLanguage: z.enum(LOCALES, { error: 'errors.choose_known' }),
  goOn: z.literal('yes').optional(),
})
