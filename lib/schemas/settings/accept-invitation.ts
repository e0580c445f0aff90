import { z } from 'zod'
import type { MessageKey } from '@/lib/i18n/message-key'

const required: MessageKey = 'errors.required'
const different: MessageKey = 'errors.password_different'

/** A new password, typed twice. How long it must be is the use case's rule. */
export const acceptInvitationSchema = z
  .object({
    password: z.string({ error: required }).min(1, { error: required }),
    again: z.string({ error: required }),
  })
  .refine(({ password, again }) => password === again, { path: ['again'], error: different })
