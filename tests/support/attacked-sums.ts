import type { StatisticQuery } from '@/lib/domain/statistics/query'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import { COUNTED, NOBODYS, TRAITS, VALUES, type Person, type Trait } from './attacked-people'
import { valuesOf, type Telling } from './attacked-world'
import { JointAttacker } from './joint-attacker'

type Traits = Person['traits']

/** A number of reports that must not be known: who it is of, and how many there are. */
export type Secret = { readonly who: string; readonly count: number; readonly of: readonly number[] }

/**
 * What was told of reports as sums over kinds of report: a kind for each value of each trait together. After each of `steps` there are
 * those who came and those who went since, as unknowns of their own. Sums of money have their own unknowns, too.
 */
export class ToldSums {
  readonly kinds: readonly Traits[]
  readonly counts: JointAttacker
  readonly money = new Map<string, JointAttacker>()
  readonly #traits: readonly Trait[]
  readonly #steps: number

  constructor(traits: readonly Trait[], steps = 0) {
    this.#traits = traits
    this.#steps = steps
    let kinds: Record<string, string>[] = [
      Object.fromEntries(Object.keys(TRAITS).map((trait) => [trait, TRAITS[trait as Trait][0]])),
    ]
    for (const trait of traits)
      kinds = kinds.flatMap((kind) => everyValue(trait).map((value) => ({ ...kind, [trait]: value })))
    this.kinds = kinds as Traits[]
    this.counts = new JointAttacker(kinds.length * (1 + 2 * steps))
    for (let step = 1; step <= steps; step++)
      for (const at of kinds.keys()) this.counts.hears(this.at(step, [at]), 0, Infinity)
  }

  /** The sum of kinds of report after a step. */
  at(step: number, kinds: readonly number[]): number[] {
    const size = this.kinds.length
    const sum = [...kinds]
    for (let one = 1; one <= step; one++)
      for (const at of kinds) sum.push((2 * one - 1) * size + at, ~(2 * one * size + at))
    return sum
  }

  /** Who came and went in a step is known in number; or all of it, to somebody whose own reports they are. */
  knowsStep(step: number, came: ArrayLike<number>, gone: ArrayLike<number>, isOwn: boolean): void {
    const size = this.kinds.length
    for (const [place, change] of [came, gone].entries()) {
      const all = Array.from({ length: size }, (_, at) => (2 * step - 1 + place) * size + at)
      if (isOwn) for (const [at, unknown] of all.entries()) this.counts.hears([unknown], change[at] ?? 0)
      else
        this.counts.hears(
          all,
          Array.from(change).reduce((sum, one) => sum + one, 0),
        )
    }
  }

  /**
   * Takes in what was told of a question. A cell may be told as it was before: `truths` are the true numbers of kinds after each step so
   * far, and the attacker is taken to know of which step a number is. Returns cells that say what never was so.
   */
  hear({ query, table }: Telling, truths: readonly Float64Array[]): string[] {
    const code = query.measures[0] ?? ''
    const counted = COUNTED[code]
    if (counted === undefined) throw new TypeError(code)
    const { of, stands } = counted
    const standing = this.kinds.map((kind) => stands(of === null ? '' : kind[of]))
    const lines = (dimension: DimensionCode | null) =>
      dimension === null ? [null] : [...this.#asked(query, dimension), null]
    const round = query.rounding - 1
    const wrong: string[] = []
    for (const row of lines(query.rows))
      for (const column of lines(query.columns)) {
        const cell = table.cells.find((one) => one.row === row && one.column === column)
        const here = this.#kindsAt(query, row, column).filter((at) => standing[at] !== 'out')
        const among = (...wanted: readonly string[]) => here.filter((at) => wanted.includes(standing[at] ?? ''))
        const isLeftOut =
          (row !== null && column !== null) ||
          (row !== null && !table.rows.includes(row)) ||
          (column !== null && !table.columns.includes(column))
        if (cell === undefined && !isLeftOut) continue
        const told = (
          [
            [here, cell === undefined ? 0 : cell.reporters],
            [among('missing'), cell?.missing],
            [among('base', 'hit'), cell?.base],
            [among('hit'), cell?.hits],
          ] as const
        ).flatMap(([kinds, number]) => (typeof number === 'number' ? [{ kinds, number }] : []))
        const step = truths.findLastIndex((truth) =>
          told.every(({ kinds, number }) => {
            const sum = kinds.reduce((all, at) => all + (truth[at] ?? 0), 0)
            return sum === number || (round > 0 && Math.abs(sum - number) <= round)
          }),
        )
        if (step < 0) {
          wrong.push(`${code} ${String(row)} ${String(column)}: ${told.map(({ number }) => number).join()}`)
          continue
        }
        for (const { kinds, number } of told)
          this.counts.hears(this.at(step, kinds), Math.max(0, number - round), number + round)
        if (cell !== undefined && this.#steps === 0) this.#hearMoney(code, among('base', 'hit'), cell)
      }
    return wrong
  }

  #hearMoney(
    code: string,
    here: readonly number[],
    { sum, value, base, reporters, spread }: Telling['table']['cells'][number],
  ): void {
    const into = (name: string, number: number) => {
      const money = this.money.get(name) ?? new JointAttacker(this.kinds.length)
      this.money.set(name, money)
      money.hears(here, number)
    }
    const isOver = code === 'repaid_over_claimed'
    const of = {
      debt_amount: 'debt',
      paid_total: 'paid',
      claimed_amount: 'claim',
      repaid_amount: 'repaid',
      repaid_over_claimed: 'repaid',
    }[code]
    if (of === undefined) return
    if (reporters === 0 || base === 0) into(of, 0)
    if (typeof sum === 'number') into(of, sum)
    if (isOver && typeof sum === 'number' && typeof value === 'number' && value > 0)
      into('claim', Math.round(sum / value))
    const mean = spread?.mean
    if (!isOver && typeof mean === 'number' && typeof base === 'number') into(of, Math.round(mean * base))
  }

  #asked({ filters }: StatisticQuery, dimension: DimensionCode): readonly string[] {
    return filters.find((one) => one.dimension === dimension)?.values ?? this.#values(dimension)
  }

  #values(dimension: DimensionCode): readonly string[] {
    return [...new Set([...valuesOf(dimension), ...this.kinds.flatMap((kind) => VALUES[dimension]?.(kind) ?? [])])]
  }

  #kindsAt(query: StatisticQuery, row: string | null, column: string | null): number[] {
    const isIn = (dimension: DimensionCode | null, wanted: readonly string[], kind: Traits) =>
      dimension === null || (VALUES[dimension]?.(kind) ?? []).some((value) => wanted.includes(value))
    return this.kinds.flatMap((kind, at) => {
      const isThere =
        (query.from === null || kind.month >= query.from) &&
        (query.to === null || kind.month <= query.to) &&
        query.filters.every(({ dimension, values }) => isIn(dimension, values, kind)) &&
        (row === null || isIn(query.rows, [row], kind)) &&
        (column === null || isIn(query.columns, [column], kind))
      return isThere ? [at] : []
    })
  }

  /** How many reports of each kind there are, or what `weigh` makes of them. */
  truth(people: Iterable<Person>, weigh: (person: Person) => number = () => 1): Float64Array {
    const sums = new Float64Array(this.kinds.length)
    const places = new Map(this.kinds.map((kind, at) => [this.#traits.map((trait) => kind[trait]).join(' '), at]))
    for (const person of people) {
      const at = places.get(this.#traits.map((trait) => person.traits[trait]).join(' ')) ?? -1
      sums[at] = (sums[at] ?? 0) + weigh(person)
    }
    return sums
  }

  /** Every group by at most so many traits in which one to four reports stand. */
  secrets(truth: Float64Array, most = 2): Secret[] {
    let groups: { who: string; of: number[]; traits: readonly Trait[] }[] = [
      { who: 'all', of: this.kinds.map((_, at) => at), traits: [] },
    ]
    const found = new Map<string, Secret>()
    for (let depth = 0; depth <= most; depth++) {
      for (const { who, of } of groups) {
        const count = of.reduce((all, at) => all + (truth[at] ?? 0), 0)
        if (count > 0 && count < 5) found.set(of.join(), { who, count, of })
      }
      groups = groups.flatMap(({ who, of, traits }) =>
        this.#traits.flatMap((trait) =>
          traits.includes(trait)
            ? []
            : TRAITS[trait].map((value) => ({
                who: `${who} ${trait}=${value}`,
                of: of.filter((at) => this.kinds[at]?.[trait] === value),
                traits: [...traits, trait],
              })),
        ),
      )
    }
    return [...found.values()]
  }
}

function everyValue(trait: Trait): readonly string[] {
  return [...TRAITS[trait], ...(NOBODYS[trait] ?? [])]
}
