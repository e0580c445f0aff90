import 'server-only'
import { personFactsOf, type PersonFacts } from '@/lib/domain/report/person-facts'
import type { Scoped } from './within'

type FactReader = 'own_case.read' | 'own_case.write' | 'case.write_person'
type FactWriter = 'own_case.write' | 'case.write_person'

/** Who the worker of a case is, as far as the statistics ask, and whether the worker's yes to statistics stands. */
export type TellingPerson = {
  readonly id: string
  readonly version: number
  readonly isCounted: boolean
  readonly facts: PersonFacts
}

/** The worker of a case; null when the case is not there or nobody of it is known. */
export async function findTellingPerson(on: Scoped<FactReader>, caseId: string): Promise<TellingPerson | null> {
  const row = await on.db.casePerson.findFirst({
    where: { caseId, kind: 'worker' },
    select: {
      id: true,
      version: true,
      sex: true,
      ageBand: true,
      education: true,
      sector: true,
      case: { select: { inStatistics: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  })
  return row && { id: row.id, version: row.version, isCounted: row.case.inStatistics, facts: personFactsOf(row) }
}

/** Writes what is told. False when somebody wrote since this version. */
export async function updatePersonFacts(
  on: Scoped<FactWriter>,
  { id, version }: Pick<TellingPerson, 'id' | 'version'>,
  { sex, ageBand, education, sector }: PersonFacts,
): Promise<boolean> {
  const { count } = await on.db.casePerson.updateMany({
    where: { id, version },
    data: { sex, ageBand, education, sector, version: version + 1 },
  })
  return count > 0
}
