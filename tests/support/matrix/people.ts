import { createHash } from 'node:crypto'
import type { Who } from '../raw-sql'

// Everybody the database tells apart, and what each of them is to a row. Three small worlds: a case with its worker, its officer,
// its draft and its link for a party. The first two are of one office, the third of another.

export const WORLDS = [1, 2, 3] as const
export type World = (typeof WORLDS)[number]

/** What somebody is to a world: the words of the matrices. */
export const RELATIONS = [
  'nobody',
  'stranger',
  'director',
  'door',
  'system',
  'reporter',
  'sender',
  'other_sender',
  'worker',
  'other_worker',
  'officer',
  'colleague',
  'far_officer',
  'filer',
  'other_filer',
  'supervisor',
  'far_supervisor',
  'administrator',
  'far_administrator',
  'party',
  'other_party',
  'rescuer',
  'other_rescuer',
] as const
export type Relation = (typeof RELATIONS)[number]

export type Person = {
  readonly name: string
  readonly who: Who
  /** The settings of the transaction that are of one world; none: of all alike, or of an office. */
  readonly world: World | null
  readonly to: (world: World) => Relation
}

/** An id that is the same in every run: of a row of a table in a world, or of somebody. */
export function fixedId(...parts: readonly (string | number)[]): string {
  const hash = createHash('sha256').update(parts.join('/')).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

export const officeOf = (world: World): 1 | 2 => (world === 3 ? 2 : 1)
export const officeId = (world: World): string => fixedId('office', officeOf(world))
export const caseId = (world: World): string => fixedId('cases', world)
export const officerId = (world: World): string => fixedId('caseworker', world)
export const draftToken = (world: World): string => createHash('sha256').update(`draft ${world}`).digest('hex')
export const linkToken = (world: World): string => createHash('sha256').update(`link ${world}`).digest('hex')
export const leaderId = (role: 'supervisor' | 'administrator', world: World): string => fixedId(role, officeOf(world))

const everywhere = (relation: Relation, who: Who): Person => ({ name: relation, who, world: null, to: () => relation })

function ofWorld(world: World): readonly Person[] {
  const officer: Who = {
    actor_kind: 'staff',
    role: 'caseworker',
    office_id: officeId(world),
    actor_id: officerId(world),
  }
  const isColleague = (other: World) => officeOf(other) === officeOf(world)
  const person = (name: string, who: Who, to: (other: World) => Relation): Person => ({
    name: `${name} ${world}`,
    who,
    world,
    to: (other) => to(other),
  })
  return [
    person('sender', { actor_kind: 'reporter', case_id: caseId(world), token_hash: draftToken(world) }, (other) =>
      other === world ? 'sender' : 'other_sender',
    ),
    person('worker', { actor_kind: 'worker', case_id: caseId(world) }, (other) =>
      other === world ? 'worker' : 'other_worker',
    ),
    person('officer', officer, (other) =>
      other === world ? 'officer' : isColleague(other) ? 'colleague' : 'far_officer',
    ),
    person('filer', { ...officer, token_hash: draftToken(world) }, (other) =>
      other === world ? 'filer' : isColleague(other) ? 'colleague' : 'other_filer',
    ),
    person('party', { actor_kind: 'party', token_hash: linkToken(world) }, (other) =>
      other === world ? 'party' : 'other_party',
    ),
  ]
}

function leader(role: 'supervisor' | 'administrator', world: World): Person {
  return {
    name: `${role} of office ${officeOf(world)}`,
    who: { actor_kind: 'staff', role, office_id: officeId(world), actor_id: leaderId(role, world) },
    world: null,
    to: (other) => (officeOf(other) === officeOf(world) ? role : `far_${role}`),
  }
}

/** The supervisor of the second office, who opened the case of the first world in an emergency (rows.ts), and no other. */
const RESCUER: Person = {
  name: 'rescuer',
  who: { actor_kind: 'rescuer', office_id: officeId(3), actor_id: leaderId('supervisor', 3) },
  world: 1,
  to: (world) => (world === 1 ? 'rescuer' : 'other_rescuer'),
}

/** Everybody; who belongs to the second world is to the first what those of the first are to it. `stranger`: a kind of actor nobody knows; `director`: staff of a role nobody knows; `nobody` has a role and an office, but is nobody. */
export const PEOPLE: readonly Person[] = [
  everywhere('nobody', { role: 'supervisor', office_id: officeId(1), actor_id: officerId(1), case_id: caseId(1) }),
  everywhere('stranger', { actor_kind: 'somebody', role: 'supervisor', office_id: officeId(1), case_id: caseId(1) }),
  everywhere('director', { actor_kind: 'staff', role: 'director', office_id: officeId(1), actor_id: officerId(1) }),
  everywhere('door', { actor_kind: 'door' }),
  everywhere('system', { actor_kind: 'system' }),
  everywhere('reporter', { actor_kind: 'reporter' }),
  ...([1, 3] as const).flatMap(ofWorld),
  leader('supervisor', 1),
  leader('supervisor', 3),
  leader('administrator', 1),
  leader('administrator', 3),
  RESCUER,
]
