import { z } from 'zod'
import { EMERGENCY_MINUTES, EMERGENCY_REASONS, HELD_BACK_DAYS } from '@/lib/domain/break-glass'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { words } from './limits'

const number = z.string({ error: 'errors.required' }).transform((typed, context) => {
  const parsed = parseCaseNumber(typed)
  if (parsed.ok) return parsed.value
  context.addIssue({ code: 'custom', message: `codes.case_number_error.${parsed.error}` })
  return z.NEVER
})

/** Why and for how long a case of another office is opened. */
export const openEmergencySchema = z.object({
  number,
  reason: z.enum(EMERGENCY_REASONS, { error: 'errors.choose_one' }),
  words: words('errors.required'),
  minutes: z.coerce
    .number({ error: 'errors.choose_one' })
    .refine((minutes) => EMERGENCY_MINUTES.some((known) => known === minutes), { error: 'errors.choose_one' }),
})

/** What the office of the case says to it. */
export const answerEmergencySchema = z.object({
  what: z.enum(['seen', 'ended', 'justified', 'not_justified', 'told'], { error: 'errors.choose_known' }),
})

/** Of which opening the worker is not told yet, why, and for how many days. */
export const holdBackSchema = z.object({
  openingId: z.uuid({ error: 'errors.choose_known' }),
  words: words('errors.required'),
  days: z.coerce
    .number({ error: 'errors.choose_one' })
    .int({ error: 'errors.choose_one' })
    .min(1, { error: 'errors.choose_one' })
    .max(HELD_BACK_DAYS, { error: 'errors.choose_one' }),
})
