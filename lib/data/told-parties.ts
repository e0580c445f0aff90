import 'server-only'
import { isSharedItem, type SharedItem } from '@/lib/domain/answers/request'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import { requestSealFrom } from '@/lib/sealing/request-seal'
import { CASE_KEY } from './party-requests'
import type { Scoped } from './within'

/** What a party was told about the own case. What it answered is not here: an officer tells it. */
export type ToldParty = {
  readonly id: string
  readonly casePartyId: string
  readonly allegation: string
  /** The language of `allegation`. */
  readonly language: string
  readonly items: readonly SharedItem[]
  readonly createdAt: Date
  readonly withdrawnAt: Date | null
  readonly answeredAt: Date | null
}

/** What parties were told in the case of this grant, the latest first. */
export async function listToldParties(on: Scoped<'own_case.read'>, caseSeal: CaseSeal): Promise<ToldParty[]> {
  const rows = await on.db.partyRequest.findMany({
    where: { caseId: caseSeal.caseId },
    select: {
      id: true,
      casePartyId: true,
      items: true,
      language: true,
      sealedKeyCase: true,
      sealedAllegation: true,
      createdAt: true,
      withdrawnAt: true,
      answeredAt: true,
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(({ sealedKeyCase, sealedAllegation, items, ...row }) => ({
    ...row,
    items: items.filter(isSharedItem),
    allegation: requestSealFrom(row.id, caseSeal.unseal(CASE_KEY, row.id, sealedKeyCase)).unseal(
      'allegation',
      sealedAllegation,
    ),
  }))
}
