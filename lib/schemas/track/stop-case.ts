import { z } from 'zod'
import { ownFormShape } from './own-form'

/** Stopping a case. `pressed`: whether somebody makes the worker stop; may stay open. */
export const stopCaseSchema = z.object({
  ...ownFormShape,
  pressed: z.enum(['yes', 'no'], { error: 'errors.choose_known' }).optional(),
})
