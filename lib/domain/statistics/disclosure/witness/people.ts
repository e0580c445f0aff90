import { sourceOf } from '@/lib/domain/statistics/columns/sources'
import { BLOCK_ROWS, FLAG, type Block } from '@/lib/domain/statistics/columns/block'
import { share, type ReportMeasure } from '@/lib/domain/statistics/columns/measure-forms'
import { answered, BASE, has, newStands, OUT, type Test } from '@/lib/domain/statistics/columns/report-tests'
import { REPORT_MEASURES } from '@/lib/domain/statistics/columns/report-measures'
import type { ColumnStore } from '@/lib/domain/statistics/columns/store'
import { FULL, type Breathe } from '@/lib/domain/statistics/columns/walk'
import { dimensionOf, type DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import { ATTRIBUTES } from './attributes'

/** What an attribute of a report is: its values in each dimension, and where it stands in each measure that was asked. */
export type AttributeValue = {
  /** The same values, the same number. */
  readonly id: number
  readonly values: ReadonlyMap<DimensionCode, readonly string[]>
  readonly standing: ReadonlyMap<string, number>
}

/** What was asked so far. */
export type AskedOf = {
  readonly dimensions: ReadonlySet<DimensionCode>
  readonly measures: ReadonlySet<string>
}

/** An attribute of all reports, by their places. */
export type Column = {
  readonly asked: string
  readonly values: AttributeValue[]
  readonly at: Int32Array
}

/** Up to so many reports are looked at one by one. */
export const MOST_PEOPLE = 100_000

/**
 * The reports that are counted, as far as questions tell them apart. A copy: the store may be written meanwhile. A report has its place
 * by its block and row.
 */
export class People {
  /** Which places are of a counted report. */
  live = new Uint8Array(0)
  /** Since which reading a report is as it is. */
  since = new Int32Array(0)
  /** How many are counted. */
  reports = 0
  /** How many readings there were. */
  readings = 0
  readonly columns: (Column | null)[] = ATTRIBUTES.map(() => null)
  /** Grows with every change of a report or a column. */
  version = 0
  /** Grows when places are of other reports than before. */
  generation = 0
  #read = ''
  #blocks: readonly Block[] = []
  readonly #interned = new Interned()

  /** Reads what changed, and attributes that were not asked for before. Must not run while the store is written. */
  async refresh(store: ColumnStore, office: string | null, asked: AskedOf, breathe: Breathe): Promise<void> {
    const isMoved = this.#blocks.some((block, at) => store.blocks[at] !== block)
    const isChanged = isMoved || this.#read !== `${String(store.version)} ${office ?? ''}`
    if (isMoved) this.#forget()
    this.#blocks = [...store.blocks]
    this.#read = `${String(store.version)} ${office ?? ''}`
    if (isChanged) await this.#readLive(store, office, breathe)
    for (const [at, attribute] of ATTRIBUTES.entries()) {
      const dimensions = attribute.dimensions.filter((code) => asked.dimensions.has(code))
      const measures = attribute.measures.filter((code) => asked.measures.has(code))
      if (dimensions.length + measures.length === 0) continue
      const text = [...dimensions, ...measures].join()
      const former = this.columns[at] ?? null
      if (!isChanged && former?.asked === text) continue
      const column = await readColumn(store, dimensions, measures, text, this.#interned, breathe)
      if (former !== null && former.asked === text) this.#compare(former, column)
      this.columns[at] = column
      this.version += 1
    }
  }

  #forget(): void {
    this.generation += 1
    this.live = new Uint8Array(0)
    this.since = new Int32Array(0)
    this.columns.fill(null)
  }

  /** The value of an attribute of a report. */
  valueOf(person: number, attribute: number): AttributeValue | null {
    const column = this.columns[attribute]
    return column?.values[column.at[person] ?? -1] ?? null
  }

  async #readLive(store: ColumnStore, office: string | null, breathe: Breathe): Promise<void> {
    const size = store.blocks.length * BLOCK_ROWS
    const [live, since] = [new Uint8Array(size), new Int32Array(size)]
    since.set(this.since.subarray(0, size))
    const number = office === null ? 0 : store.offices.indexOf(office)
    this.readings += 1
    this.version += 1
    for (const [at, block] of store.blocks.entries()) {
      const pause = breathe()
      if (pause) await pause
      for (let row = 0; row < block.used; row++) {
        if (block.live[row] === 0 || (office !== null && block.office[row] !== number)) continue
        const place = at * BLOCK_ROWS + row
        live[place] = 1
        if (this.readings > 1 && this.live[place] !== 1) since[place] = this.readings
      }
    }
    this.live = live
    this.reports = live.reduce((sum, one) => sum + one, 0)
    this.since = since
  }

  #compare(former: Column, { at, values }: Column): void {
    for (let place = 0; place < former.at.length; place++) {
      const [was, is] = [former.at[place] ?? -1, at[place] ?? -1]
      if (was >= 0 && is >= 0 && former.values[was] !== values[is]) this.since[place] = this.readings
    }
  }
}

const hasPayments = has(FLAG.hasPayments)

/** Of measures of payments only who has any is looked at: how many payments somebody made is as open as how much. */
const PAYERS: Readonly<Record<string, Pick<ReportMeasure, 'read'>>> = Object.fromEntries([
  ['payer_share', share(answered, hasPayments)],
  ...['paid_amount', 'over_cap_payments', 'prohibited_payments'].map((code) => [code, who(hasPayments)] as const),
])
const OF_NOBODY = who((_block, _rows, count, into) => into.fill(0, 0, count))

function who(test: Test): Pick<ReportMeasure, 'read'> {
  return {
    read: (block, rows, count, into) => {
      test(block, rows, count, into.standing)
      for (let at = 0; at < count; at++) into.standing[at] = into.standing[at] === 1 ? BASE : OUT
    },
  }
}

/** Values come again with every reading. Numbers of months and offices mean the same in all. */
class Interned {
  readonly #values = new Map<string, AttributeValue>()

  of(asked: string, value: Omit<AttributeValue, 'id'>): AttributeValue {
    const text = JSON.stringify([asked, [...value.values], [...value.standing]])
    const known = this.#values.get(text)
    if (known !== undefined) return known
    const made = { ...value, id: this.#values.size + 1 }
    this.#values.set(text, made)
    return made
  }
}

async function readColumn(
  store: ColumnStore,
  dimensions: readonly DimensionCode[],
  measures: readonly string[],
  asked: string,
  interned: Interned,
  breathe: Breathe,
): Promise<Column> {
  const readers = dimensions.flatMap((code) => (dimensionOf(code)?.of === 'payment' ? [] : [readerOf(store, code)]))
  const counted = measures.map((code) => PAYERS[code] ?? REPORT_MEASURES[code] ?? OF_NOBODY)
  const [values, byText] = [[] as AttributeValue[], new Map<string, number>()]
  const at = new Int32Array(store.blocks.length * BLOCK_ROWS).fill(-1)
  const stands = newStands()
  const rows = new Int32Array(FULL)
  for (const [place, block] of store.blocks.entries()) {
    for (let from = 0; from < block.used; from += FULL) {
      const pause = breathe()
      if (pause) await pause
      const many = Math.min(FULL, block.used - from)
      for (let row = 0; row < many; row++) rows[row] = from + row
      const standings = counted.map((measure) => {
        stands.standing.fill(OUT)
        measure.read(block, rows, many, stands)
        return stands.standing.slice(0, many)
      })
      for (let row = 0; row < many; row++) {
        if (block.live[from + row] === 0) continue
        let text = ''
        for (const { column } of readers) text += `${String(column(block)[from + row])},`
        for (const standing of standings) text += String(standing[row])
        let value = byText.get(text)
        if (value === undefined) {
          value = values.length
          byText.set(text, value)
          values.push(
            interned.of(asked, {
              values: new Map(readers.map((reader) => [reader.code, reader.valuesOf(block, from + row)])),
              standing: new Map(measures.map((code, which) => [code, standings[which]?.[row] ?? OUT])),
            }),
          )
        }
        at[place * BLOCK_ROWS + from + row] = value
      }
    }
  }
  return { asked, values, at }
}

function readerOf(store: ColumnStore, code: DimensionCode) {
  const source = sourceOf(store, code)
  const names = new Map(source.numbers)
  const { column } = source
  return {
    code,
    column: column as (block: Block) => ArrayLike<number>,
    valuesOf: (block: Block, row: number): string[] => {
      const number = column(block)[row] ?? 0
      if (source.from !== 'mask' || number === 0) return [names.get(number) ?? names.get(0) ?? 'unknown']
      return source.numbers.flatMap(([bit, value]) => (bit > 0 && (number >>> (bit - 1)) % 2 === 1 ? [value] : []))
    },
  }
}
