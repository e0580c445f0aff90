import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import { listExchangeRates } from '@/lib/data/exchange-rates'
import { insertNextOffer, updateOffered, updateReplaced, type NewOffer } from '@/lib/data/remedy-offers'
import { listRemedyRecords } from '@/lib/data/remedy-records'
import { endSubjectDeadline, setSubjectDeadline } from '@/lib/data/subject-deadlines'
import { within } from '@/lib/data/within'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { convert } from '@/lib/domain/money/convert'
import type { Money } from '@/lib/domain/money/money'
import { OFFER_ANSWER_DAYS } from '@/lib/domain/remedies/offer'
import { canBeOffered, remedyState } from '@/lib/domain/remedies/remedy'
import { scheduleProblem, type Due, type ScheduleProblem } from '@/lib/domain/remedies/schedule'
import { waiverIn } from '@/lib/domain/remedies/waiver'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { offerFingerprint } from './fingerprint'

/** Terms for the worker: in the language of the case, and beside them in the officer's. `amount` null: it is no money. */
export type Offer = {
  readonly number: string
  readonly remedyId: string
  readonly version: number
  readonly requestId: string
  readonly amount: Money | null
  readonly dues: readonly Due[]
  readonly terms: string
  readonly staffTerms: string
}
/** `waives_rights`: the terms would take a right away. `offer_over`: nothing can be offered on this any more. */
export type OfferError = {
  readonly code: 'not_found' | 'case_gone' | 'changed_meanwhile' | 'waives_rights' | 'offer_over' | ScheduleProblem
  readonly words?: string
}

/**
 * Puts an offer to the worker. One that was made before and not accepted ends with it; one that was accepted stands until the
 * worker accepts the new one. Nothing is agreed by this. Twice is once.
 */
export function offerRemedy(grant: Grant<'case.write_remedies'>, offer: Offer): Promise<Result<string, OfferError>> {
  return within(grant, async (on) => {
    const { amount, dues, terms, staffTerms } = offer
    const words = waiverIn(terms) ?? waiverIn(staffTerms)
    if (words !== null) return err({ code: 'waives_rights', words })
    const problem = amount === null ? null : scheduleProblem(amount.amountMinor, dues)
    if (problem !== null) return err({ code: problem })
    const head = await lockCase(on, offer.number)
    if (!head) return err({ code: 'not_found' })
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    const records = await listRemedyRecords(on, caseSeal)
    const base = records.find(({ id }) => id === offer.remedyId)
    if (!base) return err({ code: 'not_found' })
    const sentBefore = await on.db.remedy.findFirst({ where: { requestId: offer.requestId }, select: { id: true } })
    if (sentBefore && sentBefore.id !== base.id) return ok(sentBefore.id)
    if (base.version !== offer.version) return err({ code: 'changed_meanwhile' })
    if (!canBeOffered(remedyState(base))) return err({ code: 'offer_over' })
    const at = now()
    const converted = amount && convert(amount, 'JPY', await listExchangeRates(on), dayInJapan(at))
    const id = base.offeredAt === null ? base.id : newId()
    const { type, casePartyId, lane, feeLineIds } = base
    const content = { remedyId: id, type, casePartyId, amount, dues: amount === null ? [] : dues, terms }
    const made: NewOffer = {
      agreed: amount,
      agreedJpy: converted?.ok ? converted.value.money.amountMinor : null,
      terms,
      termsLanguage: head.language,
      staffTerms,
      staffLanguage: grant.actor.locale,
      fingerprint: offerFingerprint({ ...content, termsLanguage: head.language }),
      answerDueAt: new Date(at.getTime() + OFFER_ANSWER_DAYS * 86_400_000),
      dues: content.dues,
      at,
    }
    if (base.offeredAt === null) {
      if (!(await updateOffered(on, caseSeal, base, made))) return err({ code: 'changed_meanwhile' })
    } else {
      // What was agreed stands until the worker agrees to something else (migration remedies, app.replace_agreed).
      const stands = base.agreedAt === null ? (base.replacesId ?? base.id) : base.id
      for (const open of records.filter((one) => isOpenNext(one, stands))) {
        await updateReplaced(on, open.id, at)
        await endSubjectDeadline(on, head.id, 'remedy_answer', open.id, 'cancelled', at)
      }
      await insertNextOffer(
        on,
        caseSeal,
        { id, requestId: offer.requestId, type, casePartyId, lane, feeLineIds, replacesId: stands },
        made,
      )
    }
    await setSubjectDeadline(
      on,
      head.id,
      { kind: 'remedy_answer', subjectId: id, ownerKind: 'worker', dueAt: made.answerDueAt },
      at,
    )
    await appendAudit(on, grant.actor.officeId, 'remedy.offered', {
      caseId: head.id,
      detail: { remedyId: id, fingerprint: made.fingerprint, parts: made.dues.length },
    })
    return ok(id)
  })
}

/** An offer nobody has said yes to yet, that the new one takes the place of. */
function isOpenNext(
  one: Parameters<typeof remedyState>[0] & { id: string; replacesId: string | null },
  stands: string,
) {
  const state = remedyState(one)
  return (state === 'offered' || state === 'declined') && (one.id === stands || one.replacesId === stands)
}
