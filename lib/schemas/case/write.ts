import { z } from 'zod'
import { requestId, tick, words } from './limits'

/** A message to the worker; `isQuestion` when it waits for an answer. */
export const writeMessageSchema = z.object({ message: words('errors.message_required'), requestId, isQuestion: tick })

/** A note for colleagues. */
export const writeNoteSchema = z.object({ note: words('errors.message_required'), requestId })
