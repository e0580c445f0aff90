import { z } from 'zod'
import type { MessageKey } from '@/lib/i18n/message-key'

const chooseOne: MessageKey = 'errors.choose_one'

/** Through which office somebody signs in. */
export const officeSignInSchema = z.object({
  provider: z.uuid({ error: chooseOne }),
  shared: z.literal('yes').optional(),
  next: z.string().optional(),
})
