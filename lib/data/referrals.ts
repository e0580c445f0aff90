import 'server-only'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

/** A referral that waits for the worker's yes: which body, and what would be passed on. */
export async function insertPreparedReferral(
  on: Scoped<'case.change_state'>,
  caseId: string,
  referral: { bodyCode: string; dataItems: readonly string[]; createdAt: Date },
): Promise<void> {
  const { bodyCode, dataItems, createdAt } = referral
  await on.db.referral.createMany({
    data: [
      {
        id: newId(),
        caseId,
        bodyCode,
        purpose: 'handle_complaint',
        dataItems: [...dataItems],
        state: 'pending_consent',
        createdAt,
      },
    ],
  })
}

/** The prepared referral went out, with the consent it rests on or the two people who decided to save a life. */
export async function updateReferralSent(
  on: Scoped<'case.change_state'>,
  id: string,
  sent: { consentId: string | null; vitalInterestByIds: readonly string[]; sentAt: Date },
): Promise<void> {
  await on.db.referral.updateMany({
    where: { id },
    data: {
      state: 'sent',
      consentId: sent.consentId,
      vitalInterestByIds: [...sent.vitalInterestByIds],
      sentAt: sent.sentAt,
    },
  })
}

/** The case went back without being passed on. */
export async function updateReferralDropped(on: Scoped<'case.change_state'>, id: string): Promise<void> {
  await on.db.referral.updateMany({ where: { id }, data: { state: 'dropped' } })
}

/** The bodies that had not answered have. */
export async function updateReferralsAnswered(
  on: Scoped<'case.change_state'>,
  caseId: string,
  answeredAt: Date,
): Promise<void> {
  await on.db.referral.updateMany({
    where: { caseId, state: 'sent', answeredAt: null },
    data: { state: 'answered', answeredAt },
  })
}
