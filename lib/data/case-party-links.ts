import 'server-only'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { CasePartyToLink } from '@/lib/domain/parties/shown-party'
import type { Scoped } from './within'

/** The parties of a case with the names as given, and what they are linked to. */
export async function listCaseParties(
  on: Scoped<'case.link_party'>,
  caseSeal: CaseSeal,
): Promise<readonly CasePartyToLink[]> {
  const rows = await on.db.caseParty.findMany({
    where: { caseId: caseSeal.caseId },
    include: { party: { select: { name: true } } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, role, sealedNameAsGiven: sealed, partyId, party }) => ({
    id,
    role,
    given: sealed && caseSeal.unseal('case_party.sealed_name_as_given', id, sealed),
    partyId,
    partyName: party?.name ?? null,
  }))
}

/**
 * Links a party of a case, or takes the link away, when it still is as it was seen. A party that is being merged is waited for;
 * `gone` when it was merged by then.
 */
export async function linkCaseParty(
  on: Scoped<'case.link_party'>,
  caseId: string,
  link: { casePartyId: string; partyId: string | null; seen: string | null },
): Promise<'linked' | 'gone' | 'changed'> {
  if (link.partyId !== null) {
    const found = await on.db.$queryRaw<{ id: string }[]>`
      SELECT id FROM party WHERE id = ${link.partyId}::uuid AND merged_into_id IS NULL FOR SHARE`
    if (found.length === 0) return 'gone'
  }
  const { count } = await on.db.caseParty.updateMany({
    where: { id: link.casePartyId, caseId, partyId: link.seen },
    data: { partyId: link.partyId },
  })
  if (count === 1) return 'linked'
  // The same form sent twice.
  const stored = await on.db.caseParty.findFirst({ where: { id: link.casePartyId, caseId }, select: { partyId: true } })
  return stored && stored.partyId === link.partyId ? 'linked' : 'changed'
}
