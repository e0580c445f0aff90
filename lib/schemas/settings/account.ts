import { z } from 'zod'
import type { MessageKey } from '@/lib/i18n/message-key'

const required: MessageKey = 'errors.required'
const id = z.uuid({ error: required })

/** One of one's own sessions. */
export const endSessionSchema = z.object({ sessionId: id })
/** One of one's own passkeys. */
export const removePasskeySchema = z.object({ passkeyId: id })
/** The colleague whose second factor is taken away. */
export const resetFactorSchema = z.object({ colleagueId: id })
