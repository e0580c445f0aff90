import { attemptsOn } from './attempts'
import type { TableEntry } from './entry'
import { PEOPLE, type Relation } from './people'
import { tryEach, type Ending } from './probe'
import type { PutRow, Rows } from './rows'
import type { World } from './people'

/** Of one thing that was tried on a table: who got it done, and who did in one world and not in another. */
export type Outcome = {
  readonly done: ReadonlySet<Relation>
  readonly refused: ReadonlySet<Relation>
  readonly tried: number
}

function isDone(ending: Ending): boolean {
  return ending.kind === 'rows' ? ending.rows > 0 : ending.kind === 'passed'
}

/** Tries everything on every table in everybody's name. By table, then by what was tried. */
export async function tryTables(
  matrix: Readonly<Record<string, TableEntry>>,
  rows: Rows,
): Promise<ReadonlyMap<string, ReadonlyMap<string, Outcome>>> {
  type Open = { done: Set<Relation>; refused: Set<Relation>; tried: number }
  const outcomes = new Map<string, Map<string, Open>>()
  for (const person of PEOPLE) {
    const tried: { table: string; key: string; relation: Relation; sql: string }[] = []
    for (const [table, entry] of Object.entries(matrix)) {
      const put: ReadonlyMap<World, PutRow> = rows.get(table) ?? new Map()
      for (const { key, world, sql } of await attemptsOn(table, entry, put, person))
        tried.push({ table, key, sql, relation: person.to(world) })
    }
    const endings = await tryEach(
      person.who,
      tried.map(({ sql }) => sql),
    )
    for (const [at, { table, key, relation }] of tried.entries()) {
      const ending = endings[at]
      if (!ending) throw new Error('a statement without an ending')
      const byKey = outcomes.get(table) ?? new Map<string, Open>()
      outcomes.set(table, byKey)
      const outcome = byKey.get(key) ?? { done: new Set(), refused: new Set(), tried: 0 }
      byKey.set(key, outcome)
      outcome[isDone(ending) ? 'done' : 'refused'].add(relation)
      outcome.tried += 1
    }
  }
  return outcomes
}
