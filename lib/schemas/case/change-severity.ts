import { z } from 'zod'
import { SEVERITIES } from '@/lib/domain/severity-levels'
import { requestId, version, words } from './limits'

/** Another severity, and why. */
export const changeSeveritySchema = z.object({
  version,
  requestId,
  severity: z.enum(SEVERITIES, { error: 'errors.choose_one' }),
  reason: words('errors.required'),
})
