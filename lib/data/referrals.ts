import 'server-only'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import { newId } from '@/lib/platform/ids'
import { recipientCode, storedRecipient } from '@/lib/domain/referral/recipient'
import type { Scoped } from './within'

type Writer = Scoped<'case.change_state'>

const OUTCOME = 'referral.sealed_outcome'

/** A referral as the page of it shows it. `recipient` as in domain/referral/recipient.ts. */
export type Referral = {
  readonly id: string
  readonly recipient: string
  readonly toOfficeId: string | null
  readonly purpose: string
  readonly dataItems: readonly string[]
  readonly state: string
  readonly consentId: string | null
  readonly vitalInterestByIds: readonly string[]
  readonly createdAt: Date
  readonly packedAt: Date | null
  readonly sentAt: Date | null
  readonly sentHow: string | null
  readonly withdrawnAt: Date | null
  readonly toldWorkerAt: Date | null
  readonly outcomeCode: string | null
  readonly outcome: string | null
  readonly answeredAt: Date | null
  readonly version: number
}

/** One referral of a case, its outcome opened; null when the case has none of this id. */
export async function findReferral(on: Writer, caseSeal: CaseSeal, id: string): Promise<Referral | null> {
  const row = await on.db.referral.findFirst({ where: { id, caseId: caseSeal.caseId } })
  if (!row) return null
  const { sealedPack: _none, sealedOutcome, bodyCode, caseId: _case, ...rest } = row
  return {
    ...rest,
    recipient: recipientCode({ bodyCode, toOfficeId: row.toOfficeId }) ?? '',
    outcome: sealedOutcome && caseSeal.unseal(OUTCOME, id, sealedOutcome),
  }
}

/** A referral that waits for the worker's yes: to whom, what for, and what would be passed on. */
export async function insertPreparedReferral(
  on: Writer,
  caseId: string,
  referral: {
    recipient: string
    purpose: string
    dataItems: readonly string[]
    requestId: string
    createdAt: Date
  },
): Promise<void> {
  const { recipient, purpose, dataItems, requestId, createdAt } = referral
  await on.db.referral.createMany({
    data: [
      {
        id: newId(),
        caseId,
        ...storedRecipient(recipient),
        purpose,
        dataItems: [...dataItems],
        state: 'pending_consent',
        requestId,
        createdAt,
      },
    ],
  })
}

/** The pack for a body outside is made, on this yes or, to save a life, on none; what goes may have become less. */
export async function updateReferralPacked(
  on: Writer,
  id: string,
  packed: { consentId: string | null; dataItems: readonly string[]; packedAt: Date },
): Promise<void> {
  await on.db.referral.updateMany({
    where: { id },
    data: { ...packed, dataItems: [...packed.dataItems], version: { increment: 1 } },
  })
}

/** The prepared referral went out, with the consent it rests on or the two people who decided to save a life. */
export async function updateReferralSent(
  on: Writer,
  id: string,
  sent: {
    consentId: string | null
    vitalInterestByIds: readonly string[]
    dataItems: readonly string[]
    sentHow: string | null
    sentAt: Date
  },
): Promise<void> {
  await on.db.referral.updateMany({
    where: { id },
    data: {
      state: 'sent',
      consentId: sent.consentId,
      vitalInterestByIds: [...sent.vitalInterestByIds],
      dataItems: [...sent.dataItems],
      sentHow: sent.sentHow,
      sentById: on.grant.actor.id,
      sentAt: sent.sentAt,
      version: { increment: 1 },
    },
  })
}

/** The case went back without being passed on. */
export async function updateReferralDropped(on: Writer, id: string): Promise<void> {
  await on.db.referral.updateMany({ where: { id }, data: { state: 'dropped', packedAt: null } })
}

/** The bodies that had not answered have. */
export async function updateReferralsAnswered(on: Writer, caseId: string, answeredAt: Date): Promise<void> {
  await on.db.referral.updateMany({
    where: { caseId, state: 'sent', answeredAt: null },
    data: { state: 'answered', answeredAt },
  })
}

/** What a body outside made of it, in an officer's words. False when somebody changed the referral since the form was shown. */
export async function updateReferralOutcome(
  on: Writer,
  caseSeal: CaseSeal,
  { id, version }: { readonly id: string; readonly version: number },
  outcome: { code: string; words: string | null; language: string; isAnswer: boolean; at: Date },
): Promise<boolean> {
  const { count } = await on.db.referral.updateMany({
    where: { id, caseId: caseSeal.caseId, version, sentAt: { not: null } },
    data: {
      outcomeCode: outcome.code,
      sealedOutcome: outcome.words === null ? null : caseSeal.seal(OUTCOME, id, outcome.words),
      outcomeLanguage: outcome.words === null ? null : outcome.language,
      ...(outcome.isAnswer ? { state: 'answered', answeredAt: outcome.at } : {}),
      version: { increment: 1 },
    },
  })
  return count === 1
}

/** It is safe that the worker reads of a sending that saved a life. */
export async function updateWorkerTold(on: Writer, id: string, at: Date): Promise<void> {
  await on.db.referral.updateMany({ where: { id, toldWorkerAt: null }, data: { toldWorkerAt: at } })
}
