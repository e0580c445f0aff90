import { z } from 'zod'
import { SHARED_ITEMS } from '@/lib/domain/answers/request'
import { ownFormShape } from './own-form'

/** Fields of the form that may repeat. */
export const DECIDE_PARTY_LISTS = ['items'] as const

/** Yes with the ticked items beside the matter itself, or no. */
export const decidePartySchema = z.object({
  ...ownFormShape,
  items: z.array(z.enum(SHARED_ITEMS, { error: 'errors.refused' })).default([]),
  answer: z.enum(['yes', 'no'], { error: 'errors.refused' }),
})
