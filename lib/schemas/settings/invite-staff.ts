import { z } from 'zod'
import { STAFF_ROLES } from '@/lib/access/policy'
import type { MessageKey } from '@/lib/i18n/message-key'

const required: MessageKey = 'errors.required'
const tooLong: MessageKey = 'errors.too_long'
const unreadable: MessageKey = 'errors.email_unreadable'
const chooseOne: MessageKey = 'errors.choose_one'

/** RFC 5321, 4.5.3.1.3: a path has at most 256 octets with its brackets. */
const EMAIL_MAX_LENGTH = 254
const NAME_MAX_LENGTH = 120

/** Whom the administrator invites; the address in small letters, as it is kept. */
export const inviteStaffSchema = z.object({
  email: z
    .string({ error: required })
    .trim()
    .min(1, { error: required })
    .max(EMAIL_MAX_LENGTH, { error: tooLong })
    .toLowerCase()
    .pipe(z.email({ error: unreadable })),
  displayName: z
    .string({ error: required })
    .trim()
    .min(1, { error: required })
    .max(NAME_MAX_LENGTH, { error: tooLong }),
  role: z.enum(STAFF_ROLES, { error: chooseOne }),
})

export type InviteStaffInput = z.output<typeof inviteStaffSchema>
