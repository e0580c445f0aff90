import { z } from 'zod'
import type { MessageKey } from '@/lib/i18n/message-key'

const required: MessageKey = 'errors.required'

/** Fields of a password: read without cleaning (parse-form.ts), so that what is checked is what was typed. */
export const PASSWORD_FIELDS = ['password', 'again'] as const

/** E-mail and password as typed. Nothing about the account is told here, so only their being there is checked. */
export const signInSchema = z.object({
  email: z.string({ error: required }).trim().min(1, { error: required }).max(320, { error: required }),
  password: z.string({ error: required }).min(1, { error: required }).max(1_000, { error: required }),
  shared: z.literal('yes').optional(),
  next: z.string().optional(),
})

/** A code of the authenticator app or a recovery code, as typed. */
export const factorCodeSchema = z.object({
  code: z.string({ error: required }).trim().min(1, { error: required }).max(100, { error: required }),
})

/** The password once more. */
export const passwordAgainSchema = signInSchema.pick({ password: true })
