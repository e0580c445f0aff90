import 'server-only'
import type { Money } from '@/lib/domain/money/money'
import type { ClaimLane } from '@/lib/domain/remedies/claim-lines'
import { OFFER_TEXT_VERSION } from '@/lib/domain/remedies/offer'
import type { Due } from '@/lib/domain/remedies/schedule'
import type { RemedyType } from '@/lib/domain/workflow/outcomes'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

type On = Scoped<'case.write_remedies'>

/** What is asked of a party. */
export type NewClaim = {
  readonly id: string
  readonly requestId: string
  readonly type: RemedyType
  readonly casePartyId: string | null
  readonly lane: ClaimLane | null
  readonly feeLineIds: readonly string[]
  readonly claimed: Money | null
  readonly claimedJpy: bigint | null
  readonly at: Date
}

/** Writes down a claim. False when the form of this id was sent before. */
export async function insertClaim(on: On, caseId: string, claim: NewClaim): Promise<boolean> {
  const { claimed, at, feeLineIds, ...row } = claim
  const { count } = await on.db.remedy.createMany({
    data: [
      {
        ...row,
        caseId,
        feeLineIds: [...feeLineIds],
        claimedMinor: claimed?.amountMinor ?? null,
        currency: claimed?.currency ?? null,
        claimedAt: at,
      },
    ],
    skipDuplicates: true,
  })
  return count > 0
}

/** The claim that a form of this id made in the case; null when none did. */
export async function findClaimByForm(on: On, caseId: string, requestId: string): Promise<string | null> {
  const row = await on.db.remedy.findFirst({ where: { caseId, requestId }, select: { id: true } })
  return row?.id ?? null
}

/** Whether one of these payments is asked back already, in a claim that was neither taken back nor broken. */
export async function isLineClaimed(on: On, caseId: string, feeLineIds: readonly string[]): Promise<boolean> {
  if (feeLineIds.length === 0) return false
  const count = await on.db.remedy.count({
    where: { caseId, droppedAt: null, replacedAt: null, failedAt: null, feeLineIds: { hasSome: [...feeLineIds] } },
  })
  return count > 0
}

/** What is put to the worker. */
export type NewOffer = {
  readonly agreed: Money | null
  readonly agreedJpy: bigint | null
  readonly terms: string
  readonly termsLanguage: string
  readonly staffTerms: string
  readonly staffLanguage: string
  readonly fingerprint: string
  readonly answerDueAt: Date
  readonly dues: readonly Due[]
  readonly at: Date
}

/** Puts terms on a claim that has none yet. False when it is another version by now. */
export async function updateOffered(
  on: On,
  caseSeal: CaseSeal,
  remedy: { readonly id: string; readonly version: number },
  offer: NewOffer,
): Promise<boolean> {
  const { count } = await on.db.remedy.updateMany({
    where: { id: remedy.id, caseId: caseSeal.caseId, version: remedy.version, offeredAt: null },
    data: { ...offerColumns(on, caseSeal, remedy.id, offer), version: { increment: 1 } },
  })
  if (count === 0) return false
  await insertInstalments(on, caseSeal.caseId, remedy.id, offer)
  return true
}

/** A further offer in the place of one that was made. */
export async function insertNextOffer(
  on: On,
  caseSeal: CaseSeal,
  next: Pick<NewClaim, 'id' | 'requestId' | 'type' | 'casePartyId' | 'lane' | 'feeLineIds'> & { replacesId: string },
  offer: NewOffer,
): Promise<void> {
  await on.db.remedy.createMany({
    data: [
      {
        ...next,
        feeLineIds: [...next.feeLineIds],
        caseId: caseSeal.caseId,
        claimedAt: offer.at,
        ...offerColumns(on, caseSeal, next.id, offer),
      },
    ],
  })
  await insertInstalments(on, caseSeal.caseId, next.id, offer)
}

function offerColumns(on: On, caseSeal: CaseSeal, id: string, offer: NewOffer) {
  const { agreed, agreedJpy, terms, termsLanguage, staffTerms, staffLanguage, fingerprint, answerDueAt, at } = offer
  return {
    agreedMinor: agreed?.amountMinor ?? null,
    agreedJpy,
    ...(agreed === null ? {} : { currency: agreed.currency }),
    sealedTerms: caseSeal.seal('remedy.sealed_terms', id, terms),
    termsLanguage,
    sealedStaffTerms: staffTerms === '' ? null : caseSeal.seal('remedy.sealed_staff_terms', id, staffTerms),
    staffLanguage: staffTerms === '' ? null : staffLanguage,
    fingerprint,
    textVersion: OFFER_TEXT_VERSION,
    offeredAt: at,
    offeredById: on.grant.actor.id,
    answerDueAt,
  }
}

async function insertInstalments(
  on: On,
  caseId: string,
  remedyId: string,
  { agreed, dues, at }: NewOffer,
): Promise<void> {
  if (agreed === null) return
  const { currency } = agreed
  await on.db.repayment.createMany({
    data: dues.map(({ amountMinor, dueOn }, position) => ({
      id: newId(),
      caseId,
      remedyId,
      position,
      amountMinor,
      currency,
      dueOn,
      createdAt: at,
    })),
  })
}

/** An offer that nobody answered makes room for another. */
export async function updateReplaced(on: On, id: string, at: Date): Promise<void> {
  await on.db.remedy.updateMany({ where: { id, replacedAt: null }, data: { replacedAt: at } })
}

/** Takes a claim back with its offer, as long as the worker has not said yes. False when it is another version by now. */
export async function updateDropped(on: On, remedy: { id: string; version: number }, at: Date): Promise<boolean> {
  const { count } = await on.db.remedy.updateMany({
    where: { id: remedy.id, version: remedy.version, workerAcceptedAt: null, droppedAt: null },
    data: { droppedAt: at, version: { increment: 1 } },
  })
  return count > 0
}

/** What the worker answered to an offer. */
export type OfferAnswer = {
  readonly isYes: boolean
  readonly words: string
  readonly language: string
  readonly at: Date
}

/** Stores the answer to an open offer, once. False when there is none, or it was answered meanwhile. */
export async function updateAnswered(
  on: Scoped<'own_case.write' | 'case.write_remedies'>,
  caseSeal: CaseSeal,
  remedy: { readonly id: string; readonly fingerprint: string },
  { isYes, words, language, at }: OfferAnswer,
): Promise<boolean> {
  const { actor } = on.grant
  const { count } = await on.db.remedy.updateMany({
    where: {
      id: remedy.id,
      caseId: caseSeal.caseId,
      fingerprint: remedy.fingerprint,
      offeredAt: { not: null },
      agreedAt: null,
      declinedAt: null,
      replacedAt: null,
      droppedAt: null,
      failedAt: null,
    },
    data: {
      ...(isYes ? { agreedAt: at, workerAcceptedAt: at } : { declinedAt: at }),
      acceptedHow: actor.kind === 'staff' ? 'told_to_officer' : 'tap',
      ...(actor.kind === 'staff' ? { witnessStaffId: actor.id } : {}),
      answerLanguage: language,
      sealedAnswer: words === '' ? null : caseSeal.seal('remedy.sealed_answer', remedy.id, words),
      version: { increment: 1 },
    },
  })
  return count > 0
}
