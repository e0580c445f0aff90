import { z } from 'zod'
import { MESSAGE_TEMPLATES } from '@/lib/domain/message-templates'
import { requestId, tick, words } from './limits'

/** A message to the worker; `isQuestion` when it waits for an answer. */
export const writeMessageSchema = z.object({
  message: words('errors.message_required'),
  requestId,
  isQuestion: tick,
  template: z.enum(MESSAGE_TEMPLATES).optional().catch(undefined),
})

/** A note for colleagues. */
export const writeNoteSchema = z.object({ note: words('errors.message_required'), requestId })
