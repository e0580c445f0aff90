import { z } from 'zod'
import { PLAIN_CONSENT_KINDS } from '@/lib/domain/consents'
import { ownFormShape } from './own-form'

/** Saying yes to one thing. */
export const giveConsentSchema = z.object({
  ...ownFormShape,
  kind: z.enum(PLAIN_CONSENT_KINDS, { error: 'errors.refused' }),
})
