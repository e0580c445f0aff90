import { z } from 'zod'
import { REFERRAL_OUTCOMES } from '@/lib/domain/referral/outcomes'
import { optionalWords, version } from '@/lib/schemas/case/limits'

/** What the office that was given a share says: it takes it on, it does not, or, with a code, what came of it. */
export const answerShareSchema = z
  .object({
    version,
    act: z.enum(['accept', 'decline', 'answer']),
    code: z.union([z.literal('').transform(() => undefined), z.enum(REFERRAL_OUTCOMES)]).optional(),
    words: optionalWords,
  })
  .refine(({ act, code }) => act !== 'answer' || code !== undefined, {
    error: 'referrals.outcome_required',
    path: ['code'],
  })
