import { z } from 'zod'
import { requestId, words } from './limits'

/** A message to the worker. */
export const writeMessageSchema = z.object({ message: words('errors.message_required'), requestId })

/** A note for colleagues. */
export const writeNoteSchema = z.object({ note: words('errors.message_required'), requestId })
