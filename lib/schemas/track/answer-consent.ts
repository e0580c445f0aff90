import { z } from 'zod'
import { isDataItem } from '@/lib/domain/referral/data-items'
import { ownFormShape } from './own-form'

/** Fields of the form that may repeat. */
export const ANSWER_CONSENT_LISTS = ['items'] as const

/** Yes to the ticked items, or no. */
export const answerConsentSchema = z.object({
  ...ownFormShape,
  askedId: z.uuid({ error: 'errors.refused' }),
  items: z.array(z.string().refine(isDataItem, { error: 'errors.refused' })),
  answer: z.enum(['yes', 'no'], { error: 'errors.refused' }),
})
