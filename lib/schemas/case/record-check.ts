import { z } from 'zod'
import { requestId, words } from './limits'

/** What came of a check. */
export const recordCheckSchema = z.object({ outcome: words('errors.message_required'), requestId })
