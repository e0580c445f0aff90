import { z } from 'zod'
import { REFERRAL_OUTCOMES, SENT_HOW } from '@/lib/domain/referral/outcomes'
import { optionalWords, requestId, tick, version } from '@/lib/schemas/case/limits'

const unset = z.literal('').transform(() => undefined)

/** Asking the worker: for how many days a yes would hold. */
export const askSchema = z.object({ requestId, validDays: z.coerce.number().int().min(1).max(365) })

/** Making the pack (`act`), or sending: what the officer states beyond what is prepared. */
export const sendSchema = z.object({
  version,
  requestId,
  sentHow: z.union([unset, z.enum(SENT_HOW)], { error: 'referrals.how_required' }).optional(),
  isToldNow: tick,
  isVitalInterest: tick,
  isDangerousBodyConfirmed: tick,
  reason: optionalWords,
  act: z.literal('pack').optional(),
})

/** Asking a colleague to confirm: what the danger is. Named unlike the reason of the form beside it. */
export const secondSchema = z.object({ why: optionalWords })

/** What came of it; words may be left out. */
export const outcomeSchema = z.object({
  requestId,
  version,
  code: z.enum(REFERRAL_OUTCOMES, { error: 'referrals.outcome_required' }),
  words: optionalWords,
})
