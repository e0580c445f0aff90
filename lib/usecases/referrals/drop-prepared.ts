import 'server-only'
import { cancelRequests } from '@/lib/data/consent-requests'
import { destroyPack } from '@/lib/data/referral-packs'
import { updateReferralDropped } from '@/lib/data/referrals'
import { endSubjectDeadline } from '@/lib/data/subject-deadlines'
import type { Scoped } from '@/lib/data/within'

/** A prepared referral is not sent after all: the worker is no longer asked, and a pack that waited is destroyed. */
export async function dropPrepared(
  on: Scoped<'case.change_state'>,
  caseId: string,
  referralId: string,
  at: Date,
): Promise<void> {
  for (const id of await cancelRequests(on, referralId, at))
    await endSubjectDeadline(on, caseId, 'consent_request', id, 'cancelled', at)
  await destroyPack(on, referralId)
  await updateReferralDropped(on, referralId)
}
