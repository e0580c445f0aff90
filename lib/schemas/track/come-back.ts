import { z } from 'zod'
import { REOPENING_REASONS } from '@/lib/domain/workflow/outcomes'
import { ownFormShape } from './own-form'
import { MESSAGE_MAX_LENGTH } from './write-message'

/** Words that may stay open. */
const words = z.string().trim().max(MESSAGE_MAX_LENGTH, { error: 'errors.too_long' }).default('')

/** Opening a closed case again: one of three reasons, and words if wanted. */
export const reopenSchema = z.object({
  ...ownFormShape,
  reason: z.enum(REOPENING_REASONS, { error: 'track.reopen_reason_missing' }),
  text: words,
})

/** Asking that another officer looks at it. */
export const appealSchema = z.object({ ...ownFormShape, text: words })
