import { MOVE_ERROR_CODES } from '@/lib/domain/workflow/move-errors'
import type { MessageKey } from '@/lib/i18n/message-key'

/** Refusals of the workflow and of a referral have words of their own. */
export const REFERRAL_REFUSALS = {
  ...Object.fromEntries(MOVE_ERROR_CODES.map((code) => [code, `codes.move_error.${code}` satisfies MessageKey])),
  recipient_unknown: 'referrals.refused_recipient_unknown',
  item_unknown: 'referrals.refused_item_unknown',
  nothing_prepared: 'referrals.refused_nothing_prepared',
  question_open: 'referrals.refused_question_open',
  not_sent: 'referrals.refused_not_sent',
} as const
