import { ATTRIBUTES, OF_SEVERAL_LINES } from './attributes'
import type { Change, HeldTable, Looker } from './looker'
import type { Secret } from './secrets'
import { markOfNumber, plus } from './marks'

const MOST_IN_BUCKET = 2_000
/** Reports with the same effect that are remembered. */
const MOST_ALIKE = 6
/** As many as bits of a number that is compared as it is. */
const MOST_LINES = 31

/** Reports that are the same in some attributes have the same mark. */
type Alike = { readonly marks: Float64Array; readonly byMark: ReadonlyMap<number, readonly number[]> }

/** What reports have several values of, as bits, and one report for each set of them there is. */
type Sets = { readonly bitsAt: readonly number[]; readonly byBits: ReadonlyMap<number, number> }

type Moving = { readonly people: number[]; readonly effects: number[]; readonly byEffect: Map<number, number[]> }

/** Reports that could be part of a witness, and what their changes do to the told numbers of some tables. */
export class Candidates {
  readonly #looker: Looker
  readonly #byAttribute: readonly (readonly HeldTable[])[]
  readonly #likes = new Map<number, Alike>()
  readonly #found = new Map<string, readonly number[]>()
  readonly #moves = new Map<string, Moving>()
  readonly #buckets = new Map<number, Map<number, number[]>>()
  readonly #sets = new Map<number, Sets | null>()

  constructor(looker: Looker, tables: readonly HeldTable[]) {
    this.#looker = looker
    this.#byAttribute = ATTRIBUTES.map((_, attribute) =>
      tables.filter(({ places }) => places.attributes.includes(attribute)),
    )
  }

  /** The tables that tell reports apart by an attribute. */
  tablesOf(attribute: number): readonly HeldTable[] {
    return this.#byAttribute[attribute] ?? []
  }

  // One report for each other value of an attribute.
  sources(person: number, attribute: number, most: number): number[] {
    const own = this.valueAt(person, attribute)
    const found: number[] = []
    for (const [value, [one]] of this.bucketsOf(attribute)) {
      if (value === own || one === undefined) continue
      found.push(one)
      if (found.length >= most) break
    }
    return found
  }

  valueAt(person: number, attribute: number): number {
    return this.#looker.people.columns[attribute]?.at[person] ?? -1
  }

  bucketsOf(attribute: number): Map<number, number[]> {
    const known = this.#buckets.get(attribute)
    if (known !== undefined) return known
    const buckets = new Map<number, number[]>()
    const { live } = this.#looker.people
    const at = this.#looker.people.columns[attribute]?.at ?? new Int32Array()
    for (let person = 0; person < live.length; person++) {
      const value = at[person] ?? -1
      if (live[person] === 0 || value < 0) continue
      const bucket = buckets.get(value)
      if (bucket === undefined) buckets.set(value, [person])
      else if (bucket.length < MOST_IN_BUCKET) bucket.push(person)
    }
    this.#buckets.set(attribute, buckets)
    return buckets
  }

  effects(change: Change): number[] {
    const tables = this.#byAttribute[change.attribute] ?? []
    return tables.map((table) => this.#looker.effect(table, change))
  }

  alike(attribute: number, besides: number): Alike {
    const key = attribute * ATTRIBUTES.length + besides
    const known = this.#likes.get(key)
    if (known !== undefined) return known
    const { live, columns } = this.#looker.people
    const context = new Set((this.#byAttribute[attribute] ?? []).flatMap(({ places }) => places.attributes))
    context.delete(attribute)
    context.delete(besides)
    const marks = new Float64Array(live.length)
    for (const other of context) {
      const column = columns[other]
      if (column === null || column === undefined) continue
      const ofValue = Float64Array.from(column.values, ({ id }) => markOfNumber(other, id))
      for (let person = 0; person < live.length; person++)
        marks[person] = plus(marks[person] as number, ofValue[column.at[person] as number] ?? 0)
    }
    const byMark = new Map<number, number[]>()
    for (let person = 0; person < live.length; person++) {
      if (live[person] === 0) continue
      const group = byMark.get(marks[person] as number)
      if (group === undefined) byMark.set(marks[person] as number, [person])
      else group.push(person)
    }
    const alike = { marks, byMark }
    this.#likes.set(key, alike)
    return alike
  }

  // The sets of lines reports stand in; null for an attribute of one line.
  setsOf(attribute: number): Sets | null {
    const known = this.#sets.get(attribute)
    if (known !== undefined) return known
    const column = this.#looker.people.columns[attribute]
    const isOfSets = OF_SEVERAL_LINES.has(ATTRIBUTES[attribute]?.code ?? '') && column !== null && column !== undefined
    const lines = new Map<string, number>()
    const bitOf = (line: string): number => {
      const bit = lines.get(line) ?? 1 << lines.size
      lines.set(line, bit)
      return bit
    }
    const bitsAt = isOfSets
      ? column.values.map(({ values }) => [...values.values()].flat().reduce((bits, line) => bits | bitOf(line), 0))
      : []
    const byBits = new Map<number, number>()
    for (const [value, [one]] of isOfSets ? this.bucketsOf(attribute) : [])
      if (one !== undefined) byBits.set(bitsAt[value] ?? 0, one)
    const sets = isOfSets && lines.size < MOST_LINES ? { bitsAt, byBits } : null
    this.#sets.set(attribute, sets)
    return sets
  }

  // Up to so many with a value of an attribute: first those who are counted in held-back cells of tables of the secret.
  among(secret: Secret, attribute: number, value: number, most: number): readonly number[] {
    const key = `${String(attribute)} ${String(value)} ${secret.attributes.join()} ${String(most)}`
    const known = this.#found.get(key)
    if (known !== undefined) return known
    const found = new Set<number>()
    const at = this.#looker.people.columns[attribute]?.at ?? new Int32Array()
    for (const { places, loose } of this.#byAttribute[attribute] ?? []) {
      if (!secret.attributes.every((one) => places.attributes.includes(one))) continue
      for (const person of loose) {
        if (found.size >= 3 * most) break
        if (at[person] === value) found.add(person)
      }
    }
    const bucket = this.bucketsOf(attribute).get(value) ?? []
    const step = Math.max(1, bucket.length / most)
    for (let nth = 0; nth < bucket.length; nth += step) found.add(bucket[Math.floor(nth)] as number)
    const all = [...found]
    this.#found.set(key, all)
    return all
  }

  // What it does when those with the value of one report take that of another.
  moving(secret: Secret, attribute: number, from: number, to: number, most: number): Moving {
    const [was, is] = [this.valueAt(from, attribute), this.valueAt(to, attribute)]
    const key = `${String(attribute)} ${String(was)} ${String(is)} ${secret.attributes.join()}`
    const known = this.#moves.get(key)
    if (known !== undefined) return known
    const moving: Moving = { people: [], effects: [], byEffect: new Map() }
    for (const person of this.among(secret, attribute, was, most)) {
      const effect = this.effects({ person, attribute, source: to }).reduce(plus, 0)
      const same = moving.byEffect.get(effect)
      if (same !== undefined) {
        if (same.length < MOST_ALIKE) same.push(person)
        continue
      }
      moving.byEffect.set(effect, [person])
      moving.people.push(person)
      moving.effects.push(effect)
    }
    this.#moves.set(key, moving)
    return moving
  }
}
