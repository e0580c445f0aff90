import 'server-only'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { Money } from '@/lib/domain/money/money'
import type { ClaimLane } from '@/lib/domain/remedies/claim-lines'
import type { Remedy } from '@/lib/domain/remedies/remedy'
import type { RemedyType } from '@/lib/domain/workflow/outcomes'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

/** The grants that read what was claimed and agreed. */
export type RemedyReader =
  | 'case.read'
  | 'case.write_remedies'
  | 'case.change_state'
  | 'own_case.read'
  | 'own_case.write'

/** Money asked for, agreed and come back, of one currency, and the same in yen. */
export type RemedyTotal = {
  readonly currency: string
  readonly claimed: bigint
  readonly agreed: bigint
  readonly repaid: bigint
  readonly claimedJpy: bigint
  readonly agreedJpy: bigint
  readonly repaidJpy: bigint
}

/** Every claim and offer of a case with its instalments and payments, in the order they were made. */
export async function listRemedyRecords(on: Scoped<RemedyReader>, caseSeal: CaseSeal): Promise<Remedy[]> {
  const rows = await on.db.remedy.findMany({
    where: { caseId: caseSeal.caseId },
    include: {
      repayments: {
        orderBy: [{ position: 'asc' }, { dueOn: 'asc' }, { id: 'asc' }],
        include: { payments: { where: { voidedAt: null }, orderBy: [{ paidOn: 'asc' }, { id: 'asc' }] } },
      },
    },
    orderBy: [{ claimedAt: 'asc' }, { id: 'asc' }],
  })
  const open = (column: string, row: string, sealed: Uint8Array | null) =>
    sealed && caseSeal.unseal(column, row, sealed)
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    type: row.type as RemedyType,
    casePartyId: row.casePartyId,
    lane: row.lane as ClaimLane | null,
    feeLineIds: row.feeLineIds,
    claimed: moneyOf(row.claimedMinor, row.currency),
    claimedJpy: row.claimedJpy,
    agreed: moneyOf(row.agreedMinor, row.currency),
    agreedJpy: row.agreedJpy,
    terms: open('remedy.sealed_terms', row.id, row.sealedTerms),
    termsLanguage: row.termsLanguage,
    staffTerms: open('remedy.sealed_staff_terms', row.id, row.sealedStaffTerms),
    staffLanguage: row.staffLanguage,
    fingerprint: row.fingerprint,
    claimedAt: row.claimedAt,
    offeredAt: row.offeredAt,
    answerDueAt: row.answerDueAt,
    agreedAt: row.agreedAt,
    acceptedHow: row.acceptedHow,
    answer: open('remedy.sealed_answer', row.id, row.sealedAnswer),
    answerLanguage: row.answerLanguage,
    declinedAt: row.declinedAt,
    replacesId: row.replacesId,
    replacedAt: row.replacedAt,
    droppedAt: row.droppedAt,
    failedAt: row.failedAt,
    deliveredAt: row.deliveredAt,
    workerConfirmedAt: row.workerConfirmedAt,
    confirmedHow: row.confirmedHow,
    instalments: row.repayments.flatMap((part) => {
      const amount = moneyOf(part.amountMinor, part.currency)
      if (amount === null) return []
      return [
        {
          id: part.id,
          dueOn: part.dueOn,
          amount,
          paidOn: part.paidOn,
          confirmedAt: part.workerConfirmedAt,
          confirmedHow: part.confirmedHow,
          arrivedMinor: part.arrivedMinor,
          arrivedJpy: part.arrivedJpy,
          payments: part.payments.flatMap(({ id, paidOn, amountMinor, currency, jpyMinor, evidenceId, proofSeen }) => {
            const paid = moneyOf(amountMinor, currency)
            return paid === null ? [] : [{ id, paidOn, amount: paid, jpyMinor, evidenceId, proofSeen }]
          }),
        },
      ]
    }),
  }))
}

/** The money of the remedies of a case, by currency. */
export function caseMoney(on: Scoped<'case.read' | 'case.write_remedies'>, caseId: string): Promise<RemedyTotal[]> {
  return on.db.$queryRaw<RemedyTotal[]>`SELECT currency, claimed, agreed, repaid,
    claimed_jpy AS "claimedJpy", agreed_jpy AS "agreedJpy", repaid_jpy AS "repaidJpy" FROM app.case_money(${caseId}::uuid)`
}

/** The money of the remedies asked of one registered party, in the cases of this office, by currency. */
export function partyMoney(
  on: Scoped<'case.read' | 'case.list' | 'party.read'>,
  partyId: string,
): Promise<RemedyTotal[]> {
  return on.db.$queryRaw<RemedyTotal[]>`SELECT currency, claimed, agreed, repaid,
    claimed_jpy AS "claimedJpy", agreed_jpy AS "agreedJpy", repaid_jpy AS "repaidJpy" FROM app.party_money(${partyId}::uuid)`
}

/** The money of all remedies of this office, by currency. */
export function officeMoney(on: Scoped<'case.read' | 'case.list' | 'learning.read'>): Promise<RemedyTotal[]> {
  return on.db.$queryRaw<RemedyTotal[]>`SELECT currency, claimed, agreed, repaid,
    claimed_jpy AS "claimedJpy", agreed_jpy AS "agreedJpy", repaid_jpy AS "repaidJpy" FROM app.office_money()`
}

function moneyOf(amountMinor: bigint | null, currency: string | null): Money | null {
  return amountMinor === null || currency === null || !isCurrencyCode(currency) ? null : { amountMinor, currency }
}
