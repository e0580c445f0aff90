import { z } from 'zod'
import { RIGHTS } from '@/lib/domain/privacy/rights-request'
import { rightWords } from '../privacy/rights'
import { ownFormShape } from './own-form'

/** What the worker wants done with the own data, and what exactly, which may stay open. */
export const askRightSchema = z.object({
  ...ownFormShape,
  kind: z.enum(RIGHTS, { error: 'track.request_missing' }),
  words: rightWords,
})
