import { Candidates } from './candidates'
import type { Change, Changes, HeldTable, Looker } from './looker'
import type { Secret } from './secrets'
import { minus, plus } from './marks'

/** Up to so many reports several changes are tried together. */
const MOST_POOLED = 400
const MOST_VALUES = 12
/** Changes with the same effect that are remembered. */
const MOST_ALIKE = 6
const MOST_TRIED = 40
/** Lines in which two differ; each more doubles the ways to share them out. */
const MOST_APART = 8
/** So many sums looked up take as long as one effect. */
const LOOKED_UP = 8

type Pool = {
  readonly changes: Change[]
  readonly byEffect: Map<number, Change[]>
  readonly effects: number[]
}

function bitsIn(bits: number): number {
  let many = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) many += 1
  return many
}

/** How much is tried for a secret: values, reports for the exchange, triples. */
export type Budget = {
  readonly values: number
  readonly partners: number
  readonly triples: number
  readonly pool: number
  readonly steps: number
}

/** Goes through changes that move a secret number and leave all tables as they were, the simplest first; `take` says whether to go on. */
export class Search {
  readonly #looker: Looker
  readonly #candidates: Candidates
  #pool: Pool | null = null
  #until = 0

  constructor(looker: Looker, tables: readonly HeldTable[]) {
    this.#looker = looker
    this.#candidates = new Candidates(looker, tables)
  }

  /** Tries until `take` says no, or nothing is left to try. */
  find(secret: Secret, budget: Budget, take: (changes: Changes) => boolean): void {
    this.#until = this.#looker.steps + budget.steps
    const first: { readonly change: Change; readonly effect: number }[] = []
    for (const person of secret.members) {
      for (const attribute of secret.attributes) {
        if (!this.#withAlike(secret, person, attribute, take)) return
        if (!this.#withOtherSets(secret, person, attribute, take)) return
        for (const source of this.#candidates.sources(person, attribute, budget.values)) {
          const change = { person, attribute, source }
          if (this.#looker.steps > this.#until) return
          if (secret.has(this.#looker.after(change))) continue
          const effects = this.#candidates.effects(change)
          const effect = effects.reduce(plus, 0)
          if (effect === 0 && effects.every((one) => one === 0)) {
            if (!take([change])) return
            continue
          }
          first.push({ change, effect })
          if (!this.#withAny(secret, change, effects, budget.partners, take)) return
          if (budget.triples > 0 && !this.#exchange(secret, change, effects, budget, take)) return
        }
      }
    }
    if (budget.pool > 0 && this.#isSmall()) this.#more(secret, first, budget, take)
  }

  // Of many reports a few by lot hardly ever fit.
  #isSmall(): boolean {
    return this.#looker.people.reports <= MOST_POOLED
  }

  // Exchange with somebody who is the same wherever a table tells the attribute and something else, but for what the secret says.
  #withAlike(secret: Secret, person: number, attribute: number, take: (changes: Changes) => boolean): boolean {
    const besides = secret.attributes.length === 2 ? secret.attributes.find((one) => one !== attribute) : undefined
    const [own, groups] = [
      this.#candidates.valueAt(person, attribute),
      this.#candidates.alike(attribute, besides ?? -1),
    ]
    const group = groups.byMark.get(groups.marks[person] as number) ?? []
    const step = Math.max(1, group.length / MOST_TRIED)
    for (let nth = 0; nth < group.length; nth += step) {
      const other = group[Math.floor(nth)] as number
      if (this.#candidates.valueAt(other, attribute) === own) continue
      const changes = [
        { person, attribute, source: other },
        { person: other, attribute, source: person },
      ] as const
      if (this.#looker.shift(secret, changes) === 0 || !this.#isNothing(attribute, changes)) continue
      if (!take(changes)) return false
    }
    return true
  }

  // Two who are alike put the lines they stand in together and share them out in another way, as two others did.
  #withOtherSets(secret: Secret, person: number, attribute: number, take: (changes: Changes) => boolean): boolean {
    const sets = this.#candidates.setsOf(attribute)
    if (sets === null) return true
    const besides = secret.attributes.length === 2 ? secret.attributes.find((one) => one !== attribute) : undefined
    const groups = this.#candidates.alike(attribute, besides ?? -1)
    const own = sets.bitsAt[this.#candidates.valueAt(person, attribute)] ?? 0
    const seen = new Set([own])
    for (const other of groups.byMark.get(groups.marks[person] as number) ?? []) {
      const bits = sets.bitsAt[this.#candidates.valueAt(other, attribute)] ?? 0
      if (seen.has(bits)) continue
      seen.add(bits)
      const [both, apart] = [own & bits, own ^ bits]
      if (bitsIn(apart) > MOST_APART) continue
      for (let part = apart; ; part = (part - 1) & apart) {
        this.#looker.steps += 1 / LOOKED_UP
        const [source, rest] = [sets.byBits.get(both | part), sets.byBits.get(both | (apart ^ part))]
        if (source !== undefined && rest !== undefined && (both | part) !== own && (both | part) !== bits) {
          const changes = [
            { person, attribute, source },
            { person: other, attribute, source: rest },
          ] as const
          if (this.#looker.shift(secret, changes) !== 0 && this.#isNothing(attribute, changes) && !take(changes))
            return false
        }
        if (part === 0) break
      }
      if (this.#looker.steps > this.#until) return true
    }
    return true
  }

  #isNothing(attribute: number, [one, other]: readonly [Change, Change]): boolean {
    return this.#candidates
      .tablesOf(attribute)
      .every((table) => plus(this.#looker.effect(table, one), this.#looker.effect(table, other)) === 0)
  }

  // Exchange with anybody who has the other value.
  #withAny(
    secret: Secret,
    change: Change,
    effects: readonly number[],
    most: number,
    take: (changes: Changes) => boolean,
  ): boolean {
    const { person, attribute, source } = change
    const tables = this.#candidates.tablesOf(attribute)
    for (const other of this.#candidates.among(secret, attribute, this.#candidates.valueAt(source, attribute), most)) {
      if (other === person) continue
      const back = { person: other, attribute, source: person }
      const isFit = tables.every((table, at) => plus(effects[at] as number, this.#looker.effect(table, back)) === 0)
      if (!isFit || this.#looker.shift(secret, [change, back]) === 0) continue
      if (!take([change, back])) return false
    }
    return true
  }

  // Somebody with the other value takes the one that was; or two do, and a third one with the one that was takes the other.
  #exchange(
    secret: Secret,
    change: Change,
    effects: readonly number[],
    { triples }: Budget,
    take: (changes: Changes) => boolean,
  ): boolean {
    const { person, attribute, source } = change
    const effect = effects.reduce(plus, 0)
    const there = this.#candidates.moving(secret, attribute, source, person, triples)
    const offer = (changes: Changes): boolean =>
      new Set(changes.map((one) => one.person)).size < changes.length ||
      this.#looker.shift(secret, changes) === 0 ||
      take(changes)
    const back = (other: number): Change => ({ person: other, attribute, source: person })
    for (const other of there.byEffect.get(minus(effect)) ?? []) if (!offer([change, back(other)])) return false
    const here = this.#candidates.moving(secret, attribute, person, source, triples)
    const many = Math.min(3 * triples, there.people.length)
    for (let one = 0; one < many && this.#looker.steps <= this.#until; one++) {
      this.#looker.steps += (many - one) / LOOKED_UP
      const sum = plus(effect, there.effects[one] as number)
      for (let two = one + 1; two < many; two++) {
        const thirds = here.byEffect.get(minus(plus(sum, there.effects[two] as number)))
        if (thirds === undefined) continue
        for (const third of thirds) {
          const all = [change, back(there.people[one] as number), back(there.people[two] as number)]
          if (!offer([...all, { person: third, attribute, source }])) return false
        }
      }
    }
    return true
  }

  // Two or three changes of any attributes.
  #more(
    secret: Secret,
    first: readonly { readonly change: Change; readonly effect: number }[],
    budget: Budget,
    take: (changes: Changes) => boolean,
  ): void {
    const pool = (this.#pool ??= this.#makePool(budget.pool))
    const isApart = (...changes: Changes) => new Set(changes.map(({ person }) => person)).size === changes.length
    const offer = (...changes: Changes): boolean =>
      !isApart(...changes) || this.#looker.shift(secret, changes) === 0 || take(changes)
    for (const { change, effect } of first) {
      for (const second of pool.byEffect.get(minus(effect)) ?? []) if (!offer(change, second)) return
    }
    for (const { change, effect } of first) {
      if (this.#looker.steps > this.#until) return
      this.#looker.steps += pool.changes.length / LOOKED_UP
      for (let at = 0; at < pool.changes.length; at++) {
        const sum = plus(effect, pool.effects[at] as number)
        const thirds = pool.byEffect.get(minus(sum))
        if (thirds === undefined) continue
        for (const third of thirds) if (!offer(change, pool.changes[at] as Change, third)) return
      }
    }
  }

  #makePool(most: number) {
    const { live } = this.#looker.people
    const people: number[] = []
    let seen = 0
    for (let person = 0; person < live.length; person++) if (live[person] === 1) seen += 1
    const step = Math.max(1, Math.floor(seen / most))
    let nth = 0
    for (let person = 0; person < live.length; person++)
      if (live[person] === 1 && nth++ % step === 0) people.push(person)
    const [changes, effects, byEffect]: [Change[], number[], Map<number, Change[]>] = [[], [], new Map()]
    for (const person of people) {
      for (const attribute of this.#looker.people.columns.keys()) {
        if (this.#candidates.tablesOf(attribute).length === 0) continue
        for (const source of this.#candidates.sources(person, attribute, MOST_VALUES)) {
          const change = { person, attribute, source }
          const effect = this.#candidates.effects(change).reduce(plus, 0)
          if (effect === 0) continue
          const same = byEffect.get(effect)
          if (same === undefined) byEffect.set(effect, [change])
          else if (same.length < MOST_ALIKE) same.push(change)
          else continue
          changes.push(change)
          effects.push(effect)
        }
      }
    }
    return { changes, byEffect, effects }
  }
}
