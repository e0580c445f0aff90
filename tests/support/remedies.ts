import { randomUUID } from 'node:crypto'
import type { StaffActor } from '@/lib/access/grant'
import { within } from '@/lib/data/within'
import { listRemedyRecords } from '@/lib/data/remedy-records'
import type { Due } from '@/lib/domain/remedies/schedule'
import type { Remedy } from '@/lib/domain/remedies/remedy'
import { answerOffer } from '@/lib/usecases/remedies/answer-offer'
import { loadMoveFacts } from '@/lib/data/case-state'
import { now } from '@/lib/platform/clock'
import { claimRemedy, type Claim } from '@/lib/usecases/remedies/claim-remedy'
import { offerRemedy, type Offer } from '@/lib/usecases/remedies/offer-remedy'
import { staffGrant } from './builders'
import { ownerPool } from './database'
import { one, type OwnCase } from './own-case'
import { sealOf } from './seal'

export const numberOf = (own: OwnCase) => one<string>('SELECT number AS value FROM cases WHERE id = $1', own.id)

/** Two halves of 100,000 yen. */
export const TWO_HALVES: readonly Due[] = [
  { amountMinor: 50_000n, dueOn: '2027-01-31' },
  { amountMinor: 50_000n, dueOn: '2027-02-28' },
]

/** The remedies of a case as an officer reads them. */
export function remediesOf(officer: StaffActor, own: OwnCase): Promise<Remedy[]> {
  return within(staffGrant(officer, 'case.write_remedies'), async (on) =>
    listRemedyRecords(on, await sealOf(on, own.id)),
  )
}

/** A claim of 120,000 yen, or another. Returns its id. */
export async function aClaim(officer: StaffActor, own: OwnCase, change: Partial<Claim> = {}): Promise<string> {
  const claimed = await claimRemedy(staffGrant(officer, 'case.write_remedies'), {
    number: await numberOf(own),
    requestId: randomUUID(),
    type: 'fee_repayment',
    casePartyId: await one<string>('SELECT id AS value FROM case_party WHERE case_id = $1 LIMIT 1', own.id),
    lane: null,
    feeLineIds: [],
    amount: { amountMinor: 120_000n, currency: 'JPY' },
    ...change,
  })
  if (!claimed.ok) throw new Error(claimed.error.code)
  return claimed.value
}

/** Offers 100,000 yen in two halves on a claim, or something else. */
export async function offer(officer: StaffActor, own: OwnCase, remedyId: string, change: Partial<Offer> = {}) {
  const version = (await remediesOf(officer, own)).find(({ id }) => id === remedyId)?.version ?? 0
  return offerRemedy(staffGrant(officer, 'case.write_remedies'), {
    number: await numberOf(own),
    remedyId,
    version,
    requestId: randomUUID(),
    amount: { amountMinor: 100_000n, currency: 'JPY' },
    dues: TWO_HALVES,
    terms: 'Công ty trả lại 100.000 yên trong hai lần.',
    staffTerms: 'The company pays back 100,000 yen in two parts.',
    ...change,
  })
}

/** The worker's yes or no to what stands on the page. */
export async function answer(officer: StaffActor, own: OwnCase, remedyId: string, isYes: boolean) {
  const shown = (await remediesOf(officer, own)).find(({ id }) => id === remedyId)
  return answerOffer(own.write, {
    requestId: randomUUID(),
    remedyId,
    fingerprint: shown?.fingerprint ?? '',
    isYes,
    words: isYes ? '' : 'Ít quá.',
    notice: isYes ? 'Tôi đồng ý.' : 'Tôi không đồng ý: Ít quá.',
    language: 'vi',
  })
}

/** Claimed, offered and accepted. Returns the id. */
export async function anAgreement(officer: StaffActor, own: OwnCase): Promise<string> {
  const id = await aClaim(officer, own)
  await offer(officer, own, id)
  const answered = await answer(officer, own, id, true)
  if (!answered.ok) throw new Error(answered.error.code)
  return id
}

/** What the rules of the workflow know of a case. */
export const factsOf = (officer: StaffActor, own: OwnCase) =>
  within(staffGrant(officer, 'case.change_state'), async (on) => (await loadMoveFacts(on, own.id, now())).facts)

/** As if the case had been looked into for an hour. */
export const investigated = (officer: StaffActor, own: OwnCase) =>
  ownerPool().query(
    `INSERT INTO state_move (id, case_id, from_state, to_state, by_kind, by_staff_id, moved_at) VALUES ($1, $2, 'assigned', 'investigation', 'staff', $3, now() - interval '1 hour')`,
    [randomUUID(), own.id, officer.id],
  )

/** Whose the clocks of a kind are that run on a case. */
export const openClocks = async (own: OwnCase, kind: string) =>
  (
    await ownerPool().query<{ owner_kind: string }>(
      `SELECT owner_kind FROM deadline WHERE case_id = $1 AND kind = $2 AND met_at IS NULL AND cancelled_at IS NULL`,
      [own.id, kind],
    )
  ).rows.map(({ owner_kind }) => owner_kind)
