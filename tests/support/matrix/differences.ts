import type { TableEntry } from './entry'
import type { Outcome } from './outcomes'
import type { Relation } from './people'
import { peopleIn } from './words'

function columnsOf(lines: Readonly<Record<string, string>> | undefined, column: string): string {
  return Object.entries(lines ?? {})
    .filter(([, columns]) => columns.split(/\s+/u).includes(column))
    .map(([who]) => who)
    .join(' ')
}

/** Who may do what was tried under this key (attempts.ts). In the name of somebody else nobody does anything. */
export function allowedTo(entry: TableEntry, key: string): ReadonlySet<Relation> {
  const [verb = '', name = '', more] = key.split(' ')
  if (more !== undefined) return new Set()
  const line = {
    read: entry.read,
    remove: entry.remove,
    move: entry.move,
    change: columnsOf(entry.change, name),
    name: columnsOf(entry.nameOthers, name),
    add: entry.add?.[Number(name)]?.who,
    act: entry.acts?.[name]?.who,
  }[verb]
  return peopleIn(line ?? '')
}

/** Where a table does other than the matrix says, a line each. */
export function differencesOf(
  table: string,
  entry: TableEntry,
  outcomes: ReadonlyMap<string, Outcome>,
): readonly string[] {
  return [...outcomes].flatMap(([key, { done, refused }]) => {
    const allowed = allowedTo(entry, key)
    return [
      ...[...done].filter((who) => !allowed.has(who)).map((who) => `${who} can ${key} of ${table} and may not`),
      ...[...refused].filter((who) => allowed.has(who)).map((who) => `${who} may ${key} of ${table} and cannot`),
    ]
  })
}
