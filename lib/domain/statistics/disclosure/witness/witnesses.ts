import type { ColumnStore } from '@/lib/domain/statistics/columns/store'
import type { Breathe } from '@/lib/domain/statistics/columns/walk'
import type { Place } from '@/lib/domain/statistics/raw-table'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import { People } from './people'
import { HeldTables } from './held-tables'
import { KnownWitnesses } from './known-witnesses'
import { Looker, type Changes, type HeldTable } from './looker'
import { Search, type Budget } from './search'
import { fewIn, Groups, type Secret } from './secrets'
import { isLookedAt, type TableTold } from './table-told'
import type { ToldFile } from './told-file'
import { numberOfCounted, REPORTERS, ToldPlaces, type Counted } from './told-places'

/** What must not be told of a new table: of some places nothing, of others only how many reporters. */
export type MustHold = { readonly reporters: readonly Place[]; readonly inside: readonly Place[] }

/** What holding back a number costs; infinite where it cannot be. */
export type Price = (place: Place, isInside: boolean) => number

const FEW = 5
const QUICK: Budget = { values: 4, partners: 30, triples: 0, pool: 0, steps: 2_500 }
const THOROUGH: Budget = { values: 12, partners: 60, triples: 60, pool: 120, steps: 6_000 }
/** Additions for a new table. What has no witness then is held back by the one it had. */
const MOST_STEPS = 32_000
/** Of many reports a witness is found soon or not at all, and a question waits for each. */
const MANY_REPORTS = 5_000
const MOST_STEPS_OF_MANY = 8_000
/** So many sums of marks take as long as what one change does to each told number of a table. */
const BROKEN_STEPS = 2
/** Of what breaks a new table so many are weighed. */
const MOST_WEIGHED = 200
/** Prices from here on are of totals. */
export const PRICE_OF_TOTALS = 1e9
/** The same for a file of records, which is made in the background. */
const MOST_STEPS_OF_FILE = 4_000_000
const MOST_LOOSE = 5_000

/**
 * For every number of few that could be asked about, another state of the reports in which each told number is as it was and that one is
 * not: as long as there is one, nobody can work the number out, whatever he adds and takes away.
 */
export class Witnesses {
  readonly people = new People()
  readonly #looker = new Looker(this.people)
  readonly #groups = new Groups(this.people)
  readonly #known = new KnownWitnesses(this.#looker)
  readonly #told = new HeldTables()
  /** Secrets nothing was found for, at which state of the reports. */
  readonly #lost = new Map<string, number>()

  /** Sums of marks worked out so far, and what takes as long. */
  get steps(): number {
    return this.#looker.steps
  }

  /** Reads the reports, as far as the tables told and the new question tell them apart. */
  async refresh(
    store: ColumnStore,
    office: string | null,
    questions: Iterable<Pick<TableTold, 'query' | 'measure'>>,
    breathe: Breathe,
  ): Promise<void> {
    const [dimensions, measures] = [new Set<DimensionCode>(), new Set<string>()]
    for (const { query, measure } of questions) {
      for (const code of [query.rows, query.columns, ...query.filters.map(({ dimension }) => dimension)])
        if (code !== null) dimensions.add(code)
      if (query.from !== null || query.to !== null) dimensions.add('received_month')
      measures.add(measure)
    }
    const { generation } = this.people
    await this.people.refresh(store, office, { dimensions, measures }, breathe)
    if (generation === this.people.generation) return
    this.#known.clear()
    this.#lost.clear()
    this.#told.clear()
  }

  /** Knows what is told now under a key; the same object says the same. */
  tell(key: string, told: object, table: () => TableTold): void {
    if (this.#told.isTold(key, told)) return
    const { query, measure, levels } = table()
    if (!isLookedAt(query, measure)) return
    this.#told.tell(key, told, { places: new ToldPlaces(query, measure, levels), reading: this.people.readings })
  }

  /** Whether a file is known under this key. */
  hasFile(key: string): boolean {
    return this.#told.hasFile(key)
  }

  /** Knows what a file of records tells. */
  tellFile(key: string, file: ToldFile): void {
    file.isDone()
    const { readings, live } = this.people
    const loose = file.loose(live, (one) => this.#looker.at(one), MOST_LOOSE)
    this.#told.tellFile(key, file, { places: file, reading: readings, loose })
  }

  /** Keeps only the files of these keys: others are in nobody's hands. */
  keepFiles(keys: readonly string[]): void {
    this.#told.keepFiles(keys)
  }

  /** Keeps only what is told under these keys, and files. */
  keepOnly(keys: (key: string) => boolean): void {
    this.#told.keepOnly(keys)
  }

  /** What of a new table must be held back so that every number of few keeps a witness. Gives way between secrets. */
  *holding(key: string, table: TableTold, price: Price): Generator<undefined, MustHold> {
    const must = { reporters: [] as Place[], inside: [] as Place[] }
    if (!isLookedAt(table.query, table.measure)) return must
    const told = this.#told.others(key)
    const places = new ToldPlaces(table.query, table.measure, table.levels)
    const { secrets: own, loose: open } = yield* fewIn(places, key, this.people, (one) => this.#looker.at(one), FEW)
    this.#told.note(key, own, open)
    const fresh: HeldTable = { places, reading: this.people.readings, number: Infinity, loose: open }
    const groups = yield* this.#groups.all(FEW)
    const secrets = [...groups, ...this.#told.secrets()]
    const strict = new Search(this.#looker, [fresh, ...told])
    const loose = new Search(this.#looker, told)
    const until = this.#looker.steps + (this.people.reports > MANY_REPORTS ? MOST_STEPS_OF_MANY : MOST_STEPS)
    this.#known.begin()
    for (const secret of secrets) {
      if (this.#lost.get(secret.key) === this.people.version) {
        for (const place of this.#placesOf(secret, places, price)) must.reporters.push(place)
        continue
      }
      const former: Changes[] = []
      if (this.#known.isOpen(secret, told, { fresh, number: this.#told.number }, former)) continue
      let found: Changes | null = null
      const take = (changes: Changes): boolean => {
        if (!this.#known.isAllowed(told, changes)) return true
        found = changes
        return false
      }
      for (const budget of [QUICK, THOROUGH]) {
        if (found !== null || this.#looker.steps > until) continue
        strict.find(secret, budget, take)
        yield
      }
      if (found !== null) {
        this.#known.remember(found, this.#told.number)
        continue
      }
      // Nothing but what breaks the new table: its cheapest numbers are held back.
      let best: { readonly cost: number; readonly changes: Changes; readonly broken: readonly Counted[] } | null = null
      let weighed = 0
      const weigh = (changes: Changes): boolean => {
        if (!this.#known.isAllowed(told, changes)) return true
        weighed += 1
        const broken = this.#broken(places, changes)
        const cost = broken.reduce((sum, one) => sum + price(places.placeAt(one), one.part !== REPORTERS), 0)
        if (cost < Infinity && (best === null || cost < best.cost)) best = { cost, changes, broken }
        return best === null || weighed < MOST_WEIGHED
      }
      for (const changes of former) weigh(changes)
      for (const budget of [QUICK, THOROUGH]) {
        if ((budget === THOROUGH && best !== null) || (best !== null && this.#looker.steps > until)) continue
        loose.find(secret, budget, weigh)
        yield
      }
      if (best === null) {
        this.#lost.set(secret.key, this.people.version)
        for (const place of this.#placesOf(secret, places, price)) must.reporters.push(place)
        continue
      }
      const { changes, broken } = best as { changes: Changes; broken: readonly Counted[] }
      for (const one of broken) {
        const place = places.placeAt(one)
        const isInside = one.part !== REPORTERS
        places.tellLess(place, isInside ? 1 : 0)
        ;(isInside ? must.inside : must.reporters).push(place)
      }
      this.#known.remember(changes, this.#told.number)
    }
    return must
  }

  /**
   * Holds back of a file, which nobody has yet, what must be so that every number of few keeps a witness beside all tables and files there
   * are: attributes of classes, or classes. Gives way between secrets.
   */
  *guardFile(file: ToldFile): Generator<undefined, void> {
    const told = this.#told.others(null)
    for (const [key, { places }] of this.#told.unread()) {
      if (!(places instanceof ToldPlaces)) continue
      const { secrets } = yield* fewIn(places, key, this.people, (one) => this.#looker.at(one), FEW)
      this.#told.note(key, secrets)
    }
    const fresh: HeldTable = {
      places: file,
      reading: this.people.readings,
      number: Infinity,
      loose: file.loose(this.people.live, (one) => this.#looker.at(one), MOST_LOOSE),
    }
    const groups = yield* this.#groups.all(FEW)
    const [strict, loose] = [new Search(this.#looker, [fresh, ...told]), new Search(this.#looker, told)]
    const until = this.#looker.steps + MOST_STEPS_OF_FILE
    this.#known.begin()
    for (const secret of [...groups, ...this.#told.secrets()]) {
      const former: Changes[] = []
      if (this.#known.isOpen(secret, told, { fresh, number: this.#told.number }, former)) continue
      let best: { readonly cost: number; readonly changes: Changes } | null = null
      const weigh = (changes: Changes): boolean => {
        if (!this.#known.isAllowed(told, changes)) return true
        const cost = this.#known.isSame(fresh, changes) ? 0 : file.costOf(changes, this.#known.looks)
        if (cost < (best?.cost ?? Infinity)) best = { cost, changes }
        return cost > 0
      }
      for (const changes of former) weigh(changes)
      for (const [search, budget] of [
        [strict, QUICK],
        [loose, QUICK],
        [strict, THOROUGH],
        [loose, THOROUGH],
      ] as const) {
        const isEnough = best !== null && (budget === THOROUGH || (best as { cost: number }).cost === 0)
        if (isEnough || this.#looker.steps > until) continue
        search.find(secret, budget, weigh)
        yield
      }
      if (best === null) for (const person of secret.members) file.leaveOut(this.#looker.at(person))
      else {
        const { changes } = best as { changes: Changes }
        file.giveWay(changes, this.#known.looks)
        this.#known.remember(changes, this.#told.number)
      }
    }
  }

  // Where nothing was found: the numbers its reports are counted in are not told, but for totals.
  #placesOf({ members }: Secret, places: ToldPlaces, price: Price): Place[] {
    const found = new Map<string, Place>()
    for (const person of members) {
      places.eachTold(this.#looker.at(person), (one) => {
        const place = places.placeAt(one)
        if (price(place, false) < PRICE_OF_TOTALS) found.set(JSON.stringify(place), place)
      })
    }
    for (const place of found.values()) places.tellLess(place, 0)
    return [...found.values()]
  }

  // The told numbers of a table that changes do not leave as they were.
  #broken(places: ToldPlaces, changes: Changes): Counted[] {
    this.#looker.steps += BROKEN_STEPS * changes.length
    const sums = new Map<number, { readonly counted: Counted; sum: number }>()
    const count = (sign: number) => (counted: Counted) => {
      const name = numberOfCounted(counted.row, counted.column, counted.part)
      const known = sums.get(name)
      if (known === undefined) sums.set(name, { counted, sum: sign })
      else known.sum += sign
    }
    for (const change of changes) {
      places.eachTold(this.#looker.at(change.person), count(-1))
      places.eachTold(this.#looker.after(change), count(1))
    }
    return [...sums.values()].filter(({ sum }) => sum !== 0).map(({ counted }) => counted)
  }
}
