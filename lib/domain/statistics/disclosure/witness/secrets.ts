import { ATTRIBUTES, OF_SEVERAL_LINES } from './attributes'
import type { AttributeValue, Column, People } from './people'
import { numberOfCounted, REPORTERS, type Counted, type Looking, type ToldPlaces } from './told-places'

/** A number of one to four reports: nobody may be able to work it out. */
export type Secret = {
  readonly key: string
  /** Attributes that say who is in it. */
  readonly attributes: readonly number[]
  readonly members: readonly number[]
  readonly has: (look: Looking) => boolean
}

/** A way to tell reports apart by one attribute. */
type Grouping = {
  readonly name: string
  readonly attribute: number
  readonly column: Column
  readonly kinds: number
  readonly kindOf: Int32Array
}

/** The ways in which questions tell reports apart: each value of an attribute, and each line of those a report has several of. */
export function groupingsOf(people: People): Grouping[] {
  return people.columns.flatMap((column, attribute): Grouping[] => {
    if (column === null) return []
    const known = KNOWN.get(column)
    if (known !== undefined) return known
    const by = (name: string, kinds: number, kind: (value: AttributeValue) => number): Grouping => ({
      name: `${ATTRIBUTES[attribute]?.code ?? ''}.${name}`,
      attribute,
      column,
      kinds,
      kindOf: Int32Array.from(column.values, kind),
    })
    const code = ATTRIBUTES[attribute]?.code ?? ''
    const lines = OF_SEVERAL_LINES.has(code)
      ? [...new Set(column.values.flatMap(({ values }) => [...values.values()].flat()))].map((line) =>
          by(line, 2, ({ values }) => Number([...values.values()].flat().includes(line))),
        )
      : []
    const parts = [...(column.values[0]?.standing.keys() ?? [])]
    // Nobody asks for two measures of one report at once: each is a number by itself, with the lines it is asked by.
    const wholes =
      parts.length < 2
        ? [by(column.asked, column.values.length, (value) => column.values.indexOf(value))]
        : parts.flatMap((measure) => {
            const kinds = new Map<string, number>()
            const kindOf = ({ values, standing }: AttributeValue) => {
              const name = JSON.stringify([[...values], standing.get(measure) ?? 0])
              const kind = kinds.get(name) ?? kinds.size
              kinds.set(name, kind)
              return kind
            }
            for (const value of column.values) kindOf(value)
            return [
              by(`${column.asked} with ${measure}`, kinds.size, kindOf),
              by(`${column.asked} ${measure}`, 4, ({ standing }) => standing.get(measure) ?? 0),
            ]
          })
    const made = [...wholes, ...lines]
    KNOWN.set(column, made)
    return made
  })
}

const KNOWN = new WeakMap<Column, Grouping[]>()

/** Groups of few by one or two ways to tell reports apart. Found once for each state of the reports. */
export class Groups {
  readonly #people: People
  readonly #found = new Map<
    string,
    { readonly one: Column; readonly other: Column; readonly live: Uint8Array; readonly secrets: Secret[] }
  >()

  constructor(people: People) {
    this.#people = people
  }

  /** All groups of one to four; gives way between pairs. */
  *all(most: number): Generator<undefined, Secret[]> {
    const groupings = groupingsOf(this.#people)
    const secrets: Secret[] = []
    for (const [at, one] of groupings.entries()) {
      for (const other of groupings.slice(at)) {
        if (one !== other && one.attribute === other.attribute) continue
        const key = `${one.name}|${other.name}`
        const known = this.#found.get(key)
        const { live } = this.#people
        if (known === undefined || known.one !== one.column || known.other !== other.column || known.live !== live) {
          const made = this.#few(one, other, most)
          this.#found.set(key, { one: one.column, other: other.column, live, secrets: made })
          secrets.push(...made)
          yield
        } else secrets.push(...known.secrets)
      }
    }
    return secrets
  }

  #few(one: Grouping, other: Grouping, most: number): Secret[] {
    const { live } = this.#people
    const counts = new Uint32Array(one.kinds * other.kinds)
    const size = Math.min(live.length, one.column.at.length, other.column.at.length)
    const [first, second, firstKinds, secondKinds] = [one.column.at, other.column.at, one.kindOf, other.kindOf]
    const groupOf = (place: number) =>
      (firstKinds[first[place] as number] as number) * other.kinds + (secondKinds[second[place] as number] as number)
    for (let place = 0; place < size; place++) {
      if (live[place] === 0) continue
      const group = groupOf(place)
      counts[group] = (counts[group] as number) + 1
    }
    const members = new Map<number, number[]>()
    counts.forEach((count, group) => {
      if (count > 0 && count < most) members.set(group, [])
    })
    if (members.size === 0) return []
    for (let place = 0; place < size; place++) if (live[place] === 1) members.get(groupOf(place))?.push(place)
    return [...members].map(([group, in_]) => {
      const [kind, otherKind] = [Math.floor(group / other.kinds), group % other.kinds]
      return {
        key: `${one.name}=${String(kind)}|${other.name}=${String(otherKind)}`,
        attributes: one === other ? [one.attribute] : [one.attribute, other.attribute],
        members: in_,
        has: (look) => kindIn(one, look) === kind && (one === other || kindIn(other, look) === otherKind),
      }
    })
  }
}

function kindIn({ column, attribute, kindOf }: Grouping, look: Looking): number {
  return kindOf[column.at[look.holder(attribute)] ?? -1] ?? -1
}

/** Reports looked at in one piece. */
const SLICE = 1_000
const MOST_LOOSE = 5_000

/** Places of a table with one to four reporters, and one to four of those who stand somewhere in the measure. */
export function* fewIn(
  table: ToldPlaces,
  key: string,
  people: People,
  lookAt: (person: number) => Looking,
  most: number,
): Generator<undefined, { readonly secrets: Secret[]; readonly loose: number[] }> {
  const loose: number[] = []
  const found = new Map<number, { readonly at: Counted; readonly members: number[] }>()
  const { live } = people
  const note = (person: number, row: number, column: number, part: number) => {
    const name = numberOfCounted(row, column, part)
    const known = found.get(name)
    if (known === undefined) found.set(name, { at: { row, column, part }, members: [person] })
    else if (known.members.length < most) known.members.push(person)
  }
  for (let person = 0; person < live.length; person++) {
    if (live[person] === 0) continue
    if (person % SLICE === 0) yield
    const look = lookAt(person)
    if (loose.length < MOST_LOOSE && table.isLoose(look)) loose.push(person)
    table.eachPlace(look, (row, column, part) => {
      note(person, row, column, REPORTERS)
      note(person, row, column, part)
    })
  }
  const secrets = [...found.values()].flatMap(({ at, members }): Secret[] => {
    if (members.length >= most) return []
    const { row, column, part } = at
    const has = (look: Looking) => table.isCounted(look, at)
    return [
      { key: `${key} ${String(row)} ${String(column)} ${String(part)}`, attributes: table.attributes, members, has },
    ]
  })
  return { secrets, loose }
}
