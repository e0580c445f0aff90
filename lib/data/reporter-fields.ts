import 'server-only'
import type { ReporterFields } from '@/lib/domain/answers/reveals'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

/** Who reported and who helps, by which names and how they are reached; null when the party is none of this case. */
export async function findReporterFields(
  on: Scoped<'case.ask_party'>,
  caseSeal: CaseSeal,
  { number, casePartyId }: { readonly number: string; readonly casePartyId: string },
): Promise<ReporterFields | null> {
  const { caseId } = caseSeal
  if (!(await on.db.caseParty.count({ where: { id: casePartyId, caseId } }))) return null
  const people = await on.db.casePerson.findMany({
    where: { caseId },
    select: { id: true, sealedName: true, sealedContact: true },
  })
  const workplaces = await on.db.caseParty.findMany({
    where: { caseId, role: 'accepting_company', id: { not: casePartyId } },
    select: { id: true, sealedNameAsGiven: true, party: { select: { name: true } } },
  })
  const open = (column: string, row: string, sealed: Uint8Array | null) =>
    sealed === null ? [] : [caseSeal.unseal(column, row, sealed)]
  return {
    names: people.flatMap(({ id, sealedName }) => open('case_person.sealed_name', id, sealedName)),
    contacts: people.flatMap(({ id, sealedContact }) => open('case_person.sealed_contact', id, sealedContact)),
    caseNumber: number,
    workplaces: workplaces.flatMap(({ id, sealedNameAsGiven, party }) => [
      ...open('case_party.sealed_name_as_given', id, sealedNameAsGiven),
      ...(party === null ? [] : [party.name]),
    ]),
  }
}
