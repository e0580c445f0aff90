import { z } from 'zod'
import { isDataItem } from '@/lib/domain/referral/data-items'
import { REFERRAL_PURPOSES } from '@/lib/domain/referral/purposes'
import { requestId, version } from '@/lib/schemas/case/limits'

/** Fields of the form that may repeat. */
export const PREPARE_LISTS = ['dataItems'] as const

/** Who a case is passed on to, what for, and what: nothing is chosen beforehand. */
export const prepareReferralSchema = z.object({
  version,
  requestId,
  recipient: z
    .string({ error: 'referrals.recipient_required' })
    .regex(/^([A-Z]{2,5}_[A-Za-z_]{2,40}|office:[0-9a-f-]{36})$/, { error: 'referrals.recipient_required' }),
  purpose: z.enum(REFERRAL_PURPOSES, { error: 'referrals.purpose_required' }),
  dataItems: z
    .array(z.string().refine(isDataItem, { error: 'errors.choose_known' }))
    .min(1, { error: 'referrals.items_required' }),
})
