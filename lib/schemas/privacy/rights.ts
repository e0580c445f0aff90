import { z } from 'zod'
import {
  RIGHTS,
  RIGHTS_ASKERS,
  RIGHTS_IDENTITY,
  RIGHTS_OUTCOMES,
  RIGHTS_WAYS,
} from '@/lib/domain/privacy/rights-request'
import { requestId, words } from '../case/limits'

/** What exactly is asked: short, because nothing needless is written down. */
export const RIGHT_WORDS_MAX = 1000

export const rightWords = z.string().trim().max(RIGHT_WORDS_MAX, { error: 'errors.too_long' }).default('')

/** A request that came outside the own page. */
export const recordRightSchema = z.object({
  requestId,
  kind: z.enum(RIGHTS, { error: 'errors.choose_one' }),
  askedBy: z.enum(RIGHTS_ASKERS, { error: 'errors.choose_one' }),
  cameBy: z.enum(RIGHTS_WAYS, { error: 'errors.choose_one' }),
  cameOn: z.iso.date({ error: 'errors.rule_day' }),
  identityCheck: z.enum(RIGHTS_IDENTITY, { error: 'errors.choose_one' }),
  words: rightWords,
})

/** What came of one; the reason goes to who asked. */
export const answerRightSchema = z.object({
  requestId,
  outcome: z.enum(RIGHTS_OUTCOMES, { error: 'errors.choose_one' }),
  reason: words('cases.right_reason_missing'),
})
