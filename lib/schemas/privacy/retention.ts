import { z } from 'zod'
import { HOLD_REASONS } from '@/lib/domain/retention/holds'
import { requestId, words } from '../case/limits'

/** An administrator lets go what the page showed: `items` is how much that was. */
export const confirmRetentionSchema = z.object({
  requestId,
  items: z.coerce.number({ error: 'errors.choose_known' }).int({ error: 'errors.choose_known' }),
  seen: z.literal('yes', { error: 'privacy.seen_missing' }),
})

/** A hold on a case. */
export const holdCaseSchema = z.object({
  requestId,
  reason: z.enum(HOLD_REASONS, { error: 'errors.choose_one' }),
  endsOn: z.iso.date({ error: 'errors.rule_day' }),
  words: words('cases.hold_words_missing'),
})

/** Ending one before its time. */
export const liftHoldSchema = z.object({ requestId })
