import 'server-only'
import type { Remedy } from '@/lib/domain/remedies/remedy'
import { remedyState } from '@/lib/domain/remedies/remedy'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import { listRemedyRecords } from './remedy-records'
import type { Scoped } from './within'

/** Who offers: the part in the case, and the name as the worker gave it. */
export type OfferParty = { readonly role: string; readonly name: string | null }

/** An offer that the worker has not answered. */
export type OwnOffer = Remedy & { readonly party: OfferParty | null }

/** What is offered in the case of this grant and waits for a yes or a no, in order. */
export async function listOwnOffers(on: Scoped<'own_case.read'>, caseSeal: CaseSeal): Promise<OwnOffer[]> {
  const open = (await listRemedyRecords(on, caseSeal)).filter((one) => remedyState(one) === 'offered')
  const ids = open.flatMap(({ casePartyId }) => (casePartyId === null ? [] : [casePartyId]))
  const parties = await on.db.caseParty.findMany({
    where: { id: { in: ids } },
    select: { id: true, role: true, sealedNameAsGiven: true, party: { select: { name: true } } },
  })
  return open.map((offer) => {
    const found = parties.find(({ id }) => id === offer.casePartyId)
    if (!found) return { ...offer, party: null }
    const { id, role, sealedNameAsGiven, party } = found
    const given = sealedNameAsGiven && caseSeal.unseal('case_party.sealed_name_as_given', id, sealedNameAsGiven)
    return { ...offer, party: { role, name: given ?? party?.name ?? null } }
  })
}
