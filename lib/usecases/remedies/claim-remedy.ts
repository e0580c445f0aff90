import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import { listExchangeRates } from '@/lib/data/exchange-rates'
import { findAssessment } from '@/lib/data/fee-assessments'
import { listLedgerLines } from '@/lib/data/ledger-lines'
import { findClaimByForm, insertClaim, isLineClaimed } from '@/lib/data/remedy-offers'
import { within, type Scoped } from '@/lib/data/within'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { convert } from '@/lib/domain/money/convert'
import type { ExchangeRate } from '@/lib/domain/money/exchange-rates'
import type { Money } from '@/lib/domain/money/money'
import { claimableOf, type ClaimLane } from '@/lib/domain/remedies/claim-lines'
import { err, ok, type Result } from '@/lib/domain/result'
import type { RemedyType } from '@/lib/domain/workflow/outcomes'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'

/** What is asked of a party: payments of the ledger on one ground, or an amount, or something that is no money. */
export type Claim = {
  readonly number: string
  readonly requestId: string
  readonly type: RemedyType
  readonly casePartyId: string | null
  readonly lane: ClaimLane | null
  readonly feeLineIds: readonly string[]
  /** Null: what the payments come to. */
  readonly amount: Money | null
}
/**
 * `line_unknown`: a payment is not in the ledger, or nothing of it can be asked back on this ground. `mixed_currencies`: the
 * payments are in several; each is claimed on its own. `line_claimed`: a payment is part of another claim that stands. `party_unknown`: no party of this case.
 */
export type ClaimError = {
  readonly code:
    | 'not_found'
    | 'case_gone'
    | 'party_unknown'
    | 'lane_missing'
    | 'line_unknown'
    | 'line_claimed'
    | 'mixed_currencies'
}

type Asked = { readonly claimed: Money | null; readonly claimedJpy: bigint | null }

/** Writes down what is asked, in its own currency and in yen at the rate of the month each payment was made in. Twice is once. */
export function claimRemedy(grant: Grant<'case.write_remedies'>, claim: Claim): Promise<Result<string, ClaimError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, claim.number)
    if (!head) return err({ code: 'not_found' })
    if (!(await findCaseSeal(on, head.id))) return err({ code: 'case_gone' })
    const { requestId, type, casePartyId, lane, feeLineIds } = claim
    if (casePartyId !== null && !(await on.db.caseParty.count({ where: { id: casePartyId, caseId: head.id } })))
      return err({ code: 'party_unknown' })
    const before = await findClaimByForm(on, head.id, requestId)
    if (before !== null) return ok(before)
    if (await isLineClaimed(on, head.id, feeLineIds)) return err({ code: 'line_claimed' })
    const at = now()
    const rates = await listExchangeRates(on)
    const asked = await askedSum(on, head.id, claim, rates, dayInJapan(at))
    if (!asked.ok) return asked
    const id = newId()
    const isNew = await insertClaim(on, head.id, {
      ...asked.value,
      id,
      requestId,
      type,
      casePartyId,
      lane: feeLineIds.length === 0 ? null : lane,
      feeLineIds,
      at,
    })
    // A form of this id of another case: its claim is not told here.
    if (!isNew) return err({ code: 'not_found' })
    await appendAudit(on, grant.actor.officeId, 'remedy.claimed', {
      caseId: head.id,
      detail: { remedyId: id, type, lane },
    })
    return ok(id)
  })
}

async function askedSum(
  on: Scoped<'case.write_remedies'>,
  caseId: string,
  { feeLineIds, lane, amount }: Claim,
  rates: readonly ExchangeRate[],
  today: string,
): Promise<Result<Asked, ClaimError>> {
  if (feeLineIds.length === 0) return ok({ claimed: amount, claimedJpy: amount && yen(amount, rates, today) })
  if (lane === null) return err({ code: 'lane_missing' })
  const stored = await findAssessment(on, caseId)
  const lines = (await listLedgerLines(on, caseId, null)).filter(
    (line) => feeLineIds.includes(line.id) && line.removedAt === null && line.splitAt === null,
  )
  const parts = lines.flatMap((line) => {
    const part = stored && claimableOf(line, stored.assessment, lane)
    return part === null ? [] : [{ part, paidOn: line.paidOn }]
  })
  const [first] = parts
  if (!first || parts.length !== new Set(feeLineIds).size) return err({ code: 'line_unknown' })
  const { currency } = first.part
  if (parts.some(({ part }) => part.currency !== currency) || (amount !== null && amount.currency !== currency))
    return err({ code: 'mixed_currencies' })
  const whole = parts.reduce((sum, { part }) => sum + part.amountMinor, 0n)
  const jpy = parts.map(({ part, paidOn }) => yen(part, rates, paidOn))
  const wholeJpy = jpy.some((one) => one === null) ? null : jpy.reduce<bigint>((sum, one) => sum + (one ?? 0n), 0n)
  if (amount === null || amount.amountMinor === whole)
    return ok({ claimed: { amountMinor: whole, currency }, claimedJpy: wholeJpy })
  // An officer asks for more or less than the payments come to: in yen the same share of them.
  return ok({ claimed: amount, claimedJpy: wholeJpy === null ? null : (wholeJpy * amount.amountMinor) / whole })
}

function yen(money: Money, rates: readonly ExchangeRate[], day: string | null): bigint | null {
  const converted = convert(money, 'JPY', rates, day)
  return converted.ok ? converted.value.money.amountMinor : null
}
