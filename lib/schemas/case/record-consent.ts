import { z } from 'zod'
import { PLAIN_CONSENT_KINDS } from '@/lib/domain/consents'

/** The ways an officer can come to know of a yes. */
export const HEARD_METHODS = ['voice', 'paper', 'told_to_officer'] as const

/** A yes that an officer records. */
export const recordConsentSchema = z.object({
  kind: z.enum(PLAIN_CONSENT_KINDS, { error: 'errors.choose_known' }),
  method: z.enum(HEARD_METHODS, { error: 'errors.choose_known' }),
})
