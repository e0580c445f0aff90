import { z } from 'zod'
import { RETALIATION_ANSWERS, type CheckKind } from '@/lib/domain/workflow/checks'
import { requestId, words } from './limits'

const outcome = words('errors.message_required')

/** What came of a check: words, and of one on retaliation the answer too, because it is counted. */
export const recordCheckSchemas = {
  referral_follow_up: z.object({ outcome, requestId, answer: z.undefined().optional() }),
  retaliation_check: z.object({
    outcome,
    requestId,
    answer: z.enum(RETALIATION_ANSWERS, { error: 'errors.choose_one' }),
  }),
} as const satisfies Record<CheckKind, z.ZodType>
