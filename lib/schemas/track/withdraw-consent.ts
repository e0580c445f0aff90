import { z } from 'zod'

/** Taking a yes back. `pressed`: whether somebody makes the worker stop; may stay open. */
export const withdrawConsentSchema = z.object({
  consentId: z.uuid({ error: 'errors.refused' }),
  pressed: z.enum(['yes', 'no'], { error: 'errors.choose_known' }).optional(),
})
