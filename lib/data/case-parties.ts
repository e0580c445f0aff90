import 'server-only'
import { isOriginCode } from '@/lib/domain/countries'
import type { PartyRole } from '@/lib/domain/fees/payees'
import { foldPartyName, isTellingPartyName } from '@/lib/domain/party-name'
import { hashPartyName } from '@/lib/sealing/blind-index'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

/** A party of the own case, as the worker named it. */
export type OwnParty = { readonly id: string; readonly role: PartyRole; readonly name: string | null }

const NAME = 'case_party.sealed_name_as_given'

/** Who stands between the worker and the job, in the order of the chain. */
export async function listOwnParties(on: Scoped<'own_case.read'>, caseSeal: CaseSeal): Promise<OwnParty[]> {
  const rows = await on.db.caseParty.findMany({
    where: { caseId: caseSeal.caseId },
    select: { id: true, role: true, sealedNameAsGiven: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, role, sealedNameAsGiven: sealed }) => ({
    id,
    role: role as PartyRole,
    name: sealed && caseSeal.unseal(NAME, id, sealed),
  }))
}

/** The name of a party as its worker gives it now, with the key that finds it in other cases. */
export async function updateCasePartyName(
  on: Scoped<'case.decide_correction'>,
  caseSeal: CaseSeal,
  id: string,
  name: string,
  origin: string | null,
): Promise<void> {
  const row = await on.db.caseParty.findFirst({ where: { id, caseId: caseSeal.caseId }, select: { role: true } })
  if (!row) return
  const role = row.role as PartyRole
  const isKeyed = origin !== null && isOriginCode(origin) && isTellingPartyName(role, name)
  await on.db.caseParty.updateMany({
    where: { id, caseId: caseSeal.caseId },
    data: {
      sealedNameAsGiven: caseSeal.seal(NAME, id, name),
      nameKey: isKeyed ? hashPartyName({ origin, role, folded: foldPartyName(name) }) : null,
    },
  })
}
