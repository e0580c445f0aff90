import type { AttributeValue, People } from './people'
import type { Secret } from './secrets'
import { minus, plus } from './marks'
import type { Looking, Marking } from './told-places'

/** A report that could have the value of another one in an attribute. */
export type Change = { readonly person: number; readonly attribute: number; readonly source: number }

/** Changes that leave every told number as it was. */
export type Changes = readonly Change[]

const NONE: AttributeValue = { id: 0, values: new Map(), standing: new Map() }

class Look implements Looking {
  readonly #people: People
  readonly #person: number
  readonly #attribute: number
  readonly #source: number

  constructor(people: People, person: number, attribute = -1, source = person) {
    this.#people = people
    this.#person = person
    this.#attribute = attribute
    this.#source = source
  }

  holder(attribute: number): number {
    return attribute === this.#attribute ? this.#source : this.#person
  }

  of(attribute: number): AttributeValue {
    return this.#people.valueOf(this.holder(attribute), attribute) ?? NONE
  }
}

/** Looks at reports, as they are and as they could be. */
export class Looker {
  readonly people: People
  /** Effects worked out so far. */
  steps = 0

  constructor(people: People) {
    this.people = people
  }

  /** A report as it is. */
  at(person: number): Looking {
    return new Look(this.people, person)
  }

  /** A report after a change. */
  after({ person, attribute, source }: Change): Looking {
    return new Look(this.people, person, attribute, source)
  }

  /** What a change does to the told numbers of a table; nothing where the report came, or became what it is, later. */
  effect(table: HeldTable, change: Change): number {
    if ((this.people.since[change.person] ?? 0) > table.reading || !table.places.attributes.includes(change.attribute))
      return 0
    this.steps += 1
    return plus(table.places.markOf(this.after(change)), minus(table.places.markOf(this.at(change.person))))
  }

  /** By how many a secret number changes. */
  shift({ has }: Secret, changes: Changes): number {
    return changes.reduce(
      (all, change) => all + Number(has(this.after(change))) - Number(has(this.at(change.person))),
      0,
    )
  }
}

/** A table or a file as it was told, and at which reading of the reports. */
export type HeldTable = {
  readonly places: Marking
  readonly reading: number
  readonly number: number
  /** Reports that are counted where not all is told: what they could be instead shows least. */
  readonly loose: readonly number[]
}
