import { RELATIONS, type Relation } from './people'

// The words of the matrices: who may, as names with spaces between them.

/** Several people who are told apart seldom. */
const TOGETHER = {
  case_staff: ['officer', 'colleague', 'filer', 'supervisor'],
  far_case_staff: ['far_officer', 'other_filer', 'far_supervisor'],
  any_case_staff: ['case_staff', 'far_case_staff'],
  /** Whoever reads what the worker gave: the worker, the office, and who is just sending it. */
  case_people: ['worker', 'sender', 'case_staff'],
  both_administrators: ['administrator', 'far_administrator'],
  leaders: ['supervisor', 'administrator'],
  both_leaders: ['leaders', 'far_supervisor', 'far_administrator'],
  office_staff: ['case_staff', 'administrator'],
  any_staff: ['any_case_staff', 'both_administrators'],
  /** Staff whose role nobody knows are staff all the same: of what all staff may see. */
  all_staff: ['any_staff', 'director'],
  reporters: ['reporter', 'sender', 'other_sender'],
  everybody: RELATIONS,
} as const satisfies Record<string, readonly string[]>

export type Group = keyof typeof TOGETHER
const GROUPS: Readonly<Record<string, readonly string[]>> = TOGETHER

/** The people that a line of a matrix names. Throws on a word that is none. */
export function peopleIn(line: string): ReadonlySet<Relation> {
  const found = new Set<Relation>()
  const add = (word: string): void => {
    const relation = RELATIONS.find((known) => known === word)
    if (relation) found.add(relation)
    else if (GROUPS[word]) for (const inner of GROUPS[word]) add(inner)
    else throw new Error(`${word} is nobody`)
  }
  for (const word of line.split(/\s+/u).filter(Boolean)) add(word)
  return found
}

/** The shortest line that names exactly these people; to write a difference so that it can be read. */
export function lineOf(people: ReadonlySet<Relation>): string {
  const left = new Set(people)
  const words: string[] = []
  const groups = Object.keys(GROUPS).map((word) => ({ word, members: peopleIn(word) }))
  for (const { word, members } of groups.toSorted((a, b) => b.members.size - a.members.size)) {
    if (![...members].every((member) => left.has(member))) continue
    words.push(word)
    for (const member of members) left.delete(member)
  }
  return [...words, ...left].join(' ')
}
