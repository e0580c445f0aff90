import { answer } from '@/lib/domain/statistics/columns/answer'
import { ColumnStore } from '@/lib/domain/statistics/columns/store'
import { toldBy } from '@/lib/domain/statistics/disclosure/witness/guard'
import { protect } from '@/lib/domain/statistics/disclosure/protect'
import { Witnesses } from '@/lib/domain/statistics/disclosure/witness/witnesses'
import { ToldBefore } from '@/lib/domain/statistics/disclosure/told-before'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { canonicalText, DEFAULT_QUERY, normalQuery } from '@/lib/domain/statistics/query-text'
import { columnsBy, type MicrodataColumn } from '@/lib/domain/statistics/microdata/columns'
import { questionsOfColumns } from '@/lib/domain/statistics/microdata/column-subjects'
import type { Protection } from '@/lib/domain/statistics/microdata/classes'
import { guardedFile, readFileFacts } from '@/lib/domain/statistics/microdata/file-columns'
import { recodeRecords } from '@/lib/domain/statistics/microdata/recode'
import { windowTold } from '@/lib/domain/statistics/microdata/window-told'
import { readRecords } from '@/lib/domain/statistics/microdata/records'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import type { RawTable } from '@/lib/domain/statistics/raw-table'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import type { ReleasedTable } from '@/lib/domain/statistics/released-table'
import { COUNTED, factsOf, pick, TRAITS, TRAIT_OF, type Lot, type Person, type Trait } from './attacked-people'

/** A question and what was told of it. */
export type Telling = { readonly query: StatisticQuery; readonly table: ReleasedTable }

/** Reports that come and go, and everybody who asks the same scope. */
export class AttackedWorld {
  readonly traits: readonly Trait[]
  readonly people = new Map<number, Person>()
  readonly #store = new ColumnStore()
  readonly #before = new ToldBefore()
  readonly #witnesses = new Witnesses()
  readonly #asked: { query: StatisticQuery; measure: string }[] = []
  readonly #lot: Lot
  readonly #weights: ReadonlyMap<Trait, readonly string[]>
  readonly #texts = new Map<string, string>()
  #ref = 0
  #seq = 0

  /** Reports are told apart by so many traits. Some values are rare. */
  constructor(lot: Lot, traits: readonly Trait[]) {
    this.#lot = lot
    this.traits = traits
    this.#weights = new Map(
      traits.map((trait) => [
        trait,
        TRAITS[trait].flatMap((value) => Array.from({ length: pick(lot, [0, 1, 1, 2, 4, 8]) }, () => value)),
      ]),
    )
  }

  /** So many more reports. */
  add(count: number): Person[] {
    const added = Array.from({ length: count }, () => this.#person())
    for (const person of added) this.people.set(person.ref, person)
    this.#store.apply(added.map(factsOf))
    return added
  }

  /** So many reports are withdrawn. */
  remove(count: number): Person[] {
    const gone = Array.from({ length: Math.min(count, this.people.size) }, () => {
      const person = pick(this.#lot, [...this.people.values()])
      this.people.delete(person.ref)
      return person
    })
    this.#store.apply(gone.map(({ ref }) => [ref]))
    return gone
  }

  /** Asks as `readRelease` does for all offices. */
  async ask(query: StatisticQuery): Promise<Telling[]> {
    const tellings: Telling[] = []
    for (const code of query.measures) {
      const measure = measureOf(code)
      if (measure === null) throw new TypeError(code)
      const asked = { ...query, measures: [code] }
      const table = await answer(this.#store, code, { query, office: null, asOf: new Date(0) }, () => undefined)
      const key = `all ${canonicalText({ ...asked, threshold: 5, rounding: 1 })}`
      this.#asked.push({ query: asked, measure: code })
      await this.#witnesses.refresh(this.#store, null, this.#asked, () => undefined)
      const { released, logged } = protect(
        { ...table, query: asked },
        measure,
        key,
        this.#before,
        undefined,
        this.#witnesses,
      )
      const text = JSON.stringify(logged.cells)
      if (this.#texts.get(key) !== text) this.#before.add(key, logged, ++this.#seq)
      this.#texts.set(key, text)
      tellings.push({ query: asked, table: released })
    }
    return tellings
  }

  /** All reports by these measures, as nobody is told. */
  async everybody(measures: readonly string[]): Promise<RawTable[]> {
    const tables: RawTable[] = []
    for (const code of measures) {
      const asked = { query: { ...DEFAULT_QUERY, measures: [code] }, office: null, asOf: new Date(0) }
      tables.push(await answer(this.#store, code, asked, () => undefined))
    }
    return tables
  }

  /** A file of records as `makeRecords` makes it, beside all that was told; null where there can be none. Those who ask later are told beside it. */
  async file(columns: readonly MicrodataColumn[], months: readonly [number, number], protection: Protection) {
    const by = columnsBy(columns)
    const records = await readRecords(this.#store, by, months, () => undefined)
    const facts = await readFileFacts(this.#store, by, months, () => undefined)
    this.#asked.push(...questionsOfColumns(columns))
    await this.#witnesses.refresh(this.#store, null, this.#asked, () => undefined)
    for (const { key, release } of this.#before.releases()) this.#witnesses.tell(key, release, () => toldBy(release))
    const of = { columns: by, months, offices: [], protection, bound: { kind: 'free' } } as const
    const made = await recodeRecords(records, of, { facts, witnesses: this.#witnesses }, () => undefined)
    if (made === null) return null
    const { ladders, classes, told } = made
    const ofWindow = windowTold(told, months)
    if (ofWindow !== null) this.#before.add('file', ofWindow, 0)
    this.#witnesses.tellFile('file', guardedFile(facts, ladders, classes.levels, told).file)
    return made
  }

  #person(): Person {
    const traits = Object.fromEntries(
      (Object.keys(TRAITS) as Trait[]).map((trait) => {
        const values = this.#weights.get(trait) ?? []
        return [trait, values.length === 0 ? TRAITS[trait][0] : pick(this.#lot, values)]
      }),
    ) as Person['traits']
    return { ref: ++this.#ref, traits, yen: Math.ceil(1_000 * 10 ** (this.#lot() * 3)) }
  }
}

/** A question by lot that can tell something of reports with these traits. */
export function someQuestion(lot: Lot, traits: readonly Trait[], most: Partial<StatisticQuery> = {}): StatisticQuery {
  const dimensions = (Object.keys(TRAIT_OF) as DimensionCode[]).filter((code) =>
    traits.includes(TRAIT_OF[code] as Trait),
  )
  const measures = Object.keys(COUNTED).filter((code) => {
    const { of } = COUNTED[code] ?? { of: null }
    return of === null || traits.includes(of)
  })
  const line = () => (lot() < 0.6 && dimensions.length > 0 ? pick(lot, dimensions) : null)
  const rows = line()
  const columns = line()
  const filters = dimensions.flatMap((dimension) => {
    if (lot() > 0.2) return []
    const values = valuesOf(dimension).filter(() => lot() < 0.5)
    return values.length === 0 ? [] : [{ dimension, values }]
  })
  const months = TRAITS.month
  const month = () => (traits.includes('month') && lot() < 0.2 ? pick(lot, months) : null)
  return normalQuery({
    ...DEFAULT_QUERY,
    measures: [pick(lot, lot() < 0.5 ? ['reports'] : measures)],
    rows,
    columns: columns === rows ? null : columns,
    from: month(),
    to: month(),
    filters,
    ...most,
  })
}

const LISTED: Readonly<Partial<Record<DimensionCode, readonly string[]>>> = {
  corridor: TRAITS.origin.map((origin) => (origin === 'unknown' ? origin : `${origin}-JP`)),
  grievance: ['fees_debt', 'threats', 'unknown'],
  received_quarter: ['2024-Q4', '2025-Q1', '2025-Q2'],
  received_year: ['2024', '2025'],
}

/** All values reports can have in a dimension. */
export function valuesOf(dimension: DimensionCode): readonly string[] {
  const trait = TRAIT_OF[dimension]
  return LISTED[dimension] ?? (trait === undefined ? [] : TRAITS[trait])
}
