import type { StatisticQuery } from '@/lib/domain/statistics/query'
import type { Place } from '@/lib/domain/statistics/raw-table'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import { monthNumber } from '@/lib/domain/statistics/columns/selection'
import { MISSING, OUT } from '@/lib/domain/statistics/columns/report-tests'
import { attributeAsked, attributeOf } from './attributes'
import type { AttributeValue } from './people'
import { mixed, plus } from './marks'

/** What a place tells: nothing, how many reporters, or also how many of them stand where in the measure. */
export type ToldLevel = 0 | 1 | 2

/** A report as it is, or as it could be instead: its value of an attribute, and the report whose value that is. */
export type Looking = {
  readonly of: (attribute: number) => AttributeValue
  readonly holder: (attribute: number) => number
}

/** What tells of reports: a change it has no other mark for leaves what was told as it was. */
export type Marking = { readonly attributes: readonly number[]; readonly markOf: (look: Looking) => number }

/** A told number as one number. */
export function numberOfCounted(row: number, column: number, part: number): number {
  return (row * STRIDE + column) * (PARTS + 1) + part + 1
}

/** A number that somebody is counted in: its line, its column, and where in the measure. */
export type Counted = { readonly row: number; readonly column: number; readonly part: number }

const STRIDE = 4_096
/** Out of the measure, without the fact, with it, a hit. */
const PARTS = 4
const TOTAL = 0
/** All who are reporters of a place. */
export const REPORTERS = -1

type Standing = {
  readonly passes: boolean
  readonly lines: readonly number[] | null
  readonly across: readonly number[] | null
}

let salt = 0

/**
 * A table as what it says of one report: in which told numbers it is counted. Each told number has a mark of its own; the marks of
 * several reports add up. What several changes of reports leave as it was has marks that add up to nothing.
 */
export class ToldPlaces implements Marking {
  /** Attributes the table tells reports apart by. */
  readonly attributes: readonly number[]
  readonly query: StatisticQuery
  readonly #asked: number | null
  readonly #measure: string
  readonly #down: number | null
  readonly #across: number | null
  readonly #lines = new Map<string, number>()
  readonly #columns = new Map<string, number>()
  readonly #lineNames: string[] = []
  readonly #columnNames: string[] = []
  readonly #levels = new Map<number, ToldLevel>()
  readonly #salt = ++salt
  readonly #standing: Standing[] = []
  readonly #marks: (Float64Array | undefined)[][] = []
  readonly #from: number
  readonly #to: number

  /** `levels` of the places there are; in all others the table says that nobody is there. */
  constructor(query: StatisticQuery, measure: string, levels: readonly (readonly [Place, ToldLevel])[]) {
    const { rows, columns, filters, from, to } = query
    const dimensions = [
      ...filters.map(({ dimension }) => dimension),
      ...[rows, columns].filter((code) => code !== null),
    ]
    this.query = query
    this.#measure = measure
    this.#asked = attributeAsked(measure)
    this.#down = rows === null ? null : attributeOf(rows)
    this.#across = columns === null ? null : attributeOf(columns)
    this.#from = monthNumber(from) ?? -Infinity
    this.#to = monthNumber(to) ?? Infinity
    const isInTime = from !== null || to !== null
    this.attributes = [
      ...new Set([
        ...dimensions.map(attributeOf),
        ...(this.#asked === null ? [] : [this.#asked]),
        ...(isInTime ? [attributeOf('received_month')] : []),
      ]),
    ]
    for (const [{ row, column }, level] of levels) {
      this.#levels.set(
        numberIn(this.#lines, row) * STRIDE + (column === null ? TOTAL : numberIn(this.#columns, column)),
        level,
      )
    }
  }

  /** Tells less of some places. */
  tellLess(place: Place, level: ToldLevel): void {
    const at = this.#placeOf(place)
    this.#marks.length = 0
    this.#levels.set(at, Math.min(level, this.#levels.get(at) ?? 2) as ToldLevel)
  }

  /** The place of a number. */
  placeAt({ row, column }: Counted): Place {
    return { row: nameIn(this.#lines, this.#lineNames, row), column: nameIn(this.#columns, this.#columnNames, column) }
  }

  /** The sum of the marks of the told numbers that a report is counted in. */
  markOf(look: Looking): number {
    const part = this.#partOf(look)
    if (part === OUT) return 0
    for (const attribute of this.attributes) if (!this.#standingOf(look.of(attribute)).passes) return 0
    const lines = this.#down === null ? NO_LINES : (this.#standingOf(look.of(this.#down)).lines ?? NO_LINES)
    const columns = this.#across === null ? NO_LINES : (this.#standingOf(look.of(this.#across)).across ?? NO_LINES)
    let mark = this.#marksAt(TOTAL, TOTAL)[part] as number
    for (const row of lines) {
      mark = plus(mark, this.#marksAt(row, TOTAL)[part] as number)
      for (const column of columns) mark = plus(mark, this.#marksAt(row, column)[part] as number)
    }
    for (const column of columns) mark = plus(mark, this.#marksAt(TOTAL, column)[part] as number)
    return mark
  }

  // By part, the marks of the numbers a report is counted in that stands there.
  #marksAt(row: number, column: number): Float64Array {
    const line = (this.#marks[row] ??= [])
    const known = line[column]
    if (known !== undefined) return known
    const level = this.#levels.get(row * STRIDE + column) ?? 2
    const made = new Float64Array(PARTS)
    for (let part = 0; part < PARTS && level > 0; part++) {
      made[part] = this.#markOf({ row, column, part: REPORTERS })
      if (level > 1) made[part] = plus(made[part] as number, this.#markOf({ row, column, part }))
    }
    line[column] = made
    return made
  }

  /** Whether a report is counted anywhere where not all is told. */
  isLoose(look: Looking): boolean {
    let isSo = false
    this.eachPlace(look, (row, column) => {
      if ((this.#levels.get(row * STRIDE + column) ?? 2) < 2) isSo = true
    })
    return isSo
  }

  /** Every told number a report is counted in. */
  eachTold(look: Looking, take: (counted: Counted) => void): void {
    this.eachPlace(look, (row, column, part) => {
      const level = this.#levels.get(row * STRIDE + column) ?? 2
      if (level >= 1) take({ row, column, part: REPORTERS })
      if (level >= 2) take({ row, column, part })
    })
  }

  /** Every place a report is counted at, told or not. */
  eachPlace(look: Looking, take: (row: number, column: number, part: number) => void): void {
    const part = this.#partOf(look)
    if (part === OUT) return
    for (const attribute of this.attributes) if (!this.#standingOf(look.of(attribute)).passes) return
    const lines = this.#down === null ? NO_LINES : (this.#standingOf(look.of(this.#down)).lines ?? NO_LINES)
    const columns = this.#across === null ? NO_LINES : (this.#standingOf(look.of(this.#across)).across ?? NO_LINES)
    take(TOTAL, TOTAL, part)
    for (const row of lines) {
      take(row, TOTAL, part)
      for (const column of columns) take(row, column, part)
    }
    for (const column of columns) take(TOTAL, column, part)
  }

  /** Whether a report is counted in a number, told or not. */
  isCounted(look: Looking, { row, column, part }: Counted): boolean {
    const own = this.#partOf(look)
    if (own === OUT || (part !== REPORTERS && part !== own)) return false
    for (const attribute of this.attributes) if (!this.#standingOf(look.of(attribute)).passes) return false
    const isIn = (attribute: number | null, line: number, which: 'lines' | 'across') =>
      line === TOTAL || (attribute !== null && this.#standingOf(look.of(attribute))[which]?.includes(line) === true)
    return isIn(this.#down, row, 'lines') && isIn(this.#across, column, 'across')
  }

  #placeOf({ row, column }: Place): number {
    return numberIn(this.#lines, row) * STRIDE + (column === null ? TOTAL : numberIn(this.#columns, column))
  }

  #markOf({ row, column, part }: Counted): number {
    const one = mixed(this.#salt, row * STRIDE + column, part)
    return (one >>> 13) * 2 ** 32 + mixed(one, column * 7 + 1, row + this.#salt)
  }

  #partOf(look: Looking): number {
    if (this.#asked === null) return MISSING + 2
    return look.of(this.#asked).standing.get(this.#measure) ?? OUT
  }

  // Depends on the value alone: values come again and again.
  #standingOf(value: AttributeValue): Standing {
    const known = this.#standing[value.id]
    if (known !== undefined) return known
    const { rows, columns, filters } = this.query
    let passes = true
    for (const { dimension, values } of filters) {
      const own = value.values.get(dimension)
      if (own !== undefined && !own.some((one) => values.includes(one))) passes = false
    }
    const month = value.values.get('received_month')?.[0]
    if (month !== undefined) {
      const number = monthNumber(month) ?? 0
      if (number < this.#from || number > this.#to) passes = false
    }
    const linesIn = (dimension: DimensionCode | null, of: Map<string, number>) => {
      const own = dimension === null ? undefined : value.values.get(dimension)
      const only = filters.find((one) => one.dimension === dimension)?.values
      return own?.filter((one) => only?.includes(one) ?? true).map((one) => numberIn(of, one)) ?? null
    }
    const made = { passes, lines: linesIn(rows, this.#lines), across: linesIn(columns, this.#columns) }
    this.#standing[value.id] = made
    return made
  }
}

const NO_LINES: readonly number[] = []

function nameIn(numbers: ReadonlyMap<string, number>, names: string[], number: number): string | null {
  if (number === TOTAL) return null
  if (names.length < numbers.size) for (const [name, at] of numbers) names[at - 1] = name
  return names[number - 1] ?? null
}

function numberIn(names: Map<string, number>, name: string | null): number {
  if (name === null) return TOTAL
  const known = names.get(name)
  if (known !== undefined) return known
  names.set(name, names.size + 1)
  return names.size
}
