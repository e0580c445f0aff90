import type { Change } from './looker'
import { markOfNumber, minus, mixed, plus } from './marks'
import type { Looking, Marking } from './told-places'

/** A column of a file as numbers by the places of reports. */
export type FileColumn = { readonly attribute: number; readonly at: Int32Array }

/** Records that read alike: how many, and which of `told` are held back of them, a bit each. */
export type FileClass = { readonly size: number; held: number; isLeftOut: boolean }

/**
 * What is told of reports one by one. `isIn`: whether a report is of the window, by its month (`month`); `recoded`: what says which class it
 * is of; `told`: what else is told of it, an attribute each.
 */
export type FileColumns = {
  readonly month: number
  readonly isIn: Uint8Array
  readonly recoded: readonly FileColumn[]
  readonly widths: readonly number[]
  readonly told: readonly FileColumn[]
}

/** A report before and after a change. */
export type Looks = (change: Change) => readonly [before: Looking, after: Looking]

/** A class that is left out costs so many times what holding back one attribute of it costs. */
const OF_CLASS = 100
const IS_IN = markOfNumber(0x51, 1)
/** Of a report that came later nothing is known: it is not the same as any. */
const LATER = markOfNumber(0x52, 1)

/** The number of a class from its recoded values. */
export function classKey(widths: readonly number[], codes: readonly number[]): number {
  return codes.reduce((key, code, column) => key * (widths[column] ?? 1) + code, 0)
}

/** How many records are left out is told in steps of at least so many. */
const STEP = 5

/** A file of records as what it says of one report: that it is of the window, how it reads, and all of its row together. */
export class ToldFile implements Marking {
  readonly attributes: readonly number[]
  readonly #columns: FileColumns
  readonly #classes: ReadonlyMap<number, FileClass>
  /** How many more are left out than is told; null where that none is, and so how many there are, is told. */
  #over: number | null = null

  constructor(columns: FileColumns, classes: ReadonlyMap<number, FileClass>) {
    this.#columns = columns
    this.#classes = classes
    const { month, recoded, told } = columns
    this.attributes = [
      ...new Set([month, ...recoded.map(({ attribute }) => attribute), ...told.map(({ attribute }) => attribute)]),
    ]
  }

  /** Its mark changes with every number of rows that a change of the report changes. */
  markOf(look: Looking): number {
    const { month, isIn, told } = this.#columns
    const received = isIn[look.holder(month)]
    if (received === undefined) return LATER
    if (received === 0) return 0
    const key = this.#keyOf(look)
    if (key === null) return LATER
    const itsClass = this.#classes.get(key)
    const inside = this.#over === null ? IS_IN : 0
    if (itsClass === undefined || itsClass.isLeftOut) return inside
    let [one, other] = [mixed(key % 2 ** 32, Math.floor(key / 2 ** 32), 3), mixed(key % 2 ** 32, 7, 5)]
    for (let place = 0; place < told.length; place++) {
      if ((itsClass.held >>> place) & 1) continue
      const { attribute, at } = told[place] as FileColumn
      const value = at[look.holder(attribute)]
      if (value === undefined) return LATER
      one = mixed(one, value, place)
      other = mixed(value, other, place + 64)
    }
    return plus(inside, (one >>> 13) * 2 ** 32 + other)
  }

  /** It is as it was handed out. */
  isDone(): void {
    let leftOut = 0
    for (const one of this.#classes.values()) if (one.isLeftOut) leftOut += one.size
    this.#over = leftOut === 0 ? null : leftOut % STEP
  }

  /** Whether changes leave it possible how many records there are. */
  allows(changes: readonly Change[], at: Looks): boolean {
    if (this.#over === null) return true
    const after = this.#over + this.#moved(changes, at)
    return after >= 0 && after < STEP
  }

  /** Reports of which the file does not tell all. */
  loose(live: Uint8Array, lookAt: (person: number) => Looking, most: number): number[] {
    const found: number[] = []
    for (let person = 0; person < live.length && found.length < most; person++) {
      if (live[person] === 0) continue
      const itsClass = this.#classAt(lookAt(person))
      if (itsClass === undefined || itsClass.isLeftOut || itsClass.held > 0) found.push(person)
    }
    return found
  }

  /** What it costs that changes could be, in records of which something more is held back; infinite where nothing helps. */
  costOf(changes: readonly Change[], at: Looks): number {
    const { held, leftOut } = this.#noticing(changes, at)
    let cost = 0
    for (const itsClass of leftOut) cost += OF_CLASS * itsClass.size
    for (const [itsClass, bits] of held)
      for (let rest = bits & ~itsClass.held; rest !== 0; rest &= rest - 1) cost += itsClass.size
    return this.#moved(changes, at) === 0 ? cost : Infinity
  }

  /** Holds back what says that these changes are not so. */
  giveWay(changes: readonly Change[], at: Looks): void {
    const { held, leftOut } = this.#noticing(changes, at)
    for (const itsClass of leftOut) itsClass.isLeftOut = true
    for (const [itsClass, bits] of held) itsClass.held |= bits
    if (this.#sumOf(changes, at) === 0) return
    for (const change of changes) for (const look of at(change)) this.leaveOut(look)
  }

  /**
   * Leaves out the records that read like a report. With one that is not of the window it is their number that tells of it: that is exact
   * only as long as none is left out.
   */
  leaveOut(look: Looking): void {
    const itsClass = this.#classAt(look)
    if (itsClass !== undefined) itsClass.isLeftOut = true
    else if (this.#columns.isIn[look.holder(this.#columns.month)] !== 1) this.#blur()
  }

  #blur(): void {
    const all = [...this.#classes.values()]
    if (all.some(({ isLeftOut }) => isLeftOut)) return
    const [smallest] = all.toSorted((a, b) => a.size - b.size)
    if (smallest !== undefined) smallest.isLeftOut = true
  }

  #noticing(changes: readonly Change[], at: Looks) {
    const [held, leftOut] = [new Map<FileClass, number>(), new Set<FileClass>()]
    if (this.#sumOf(changes, at) === 0) return { held, leftOut }
    for (const change of changes) {
      const looks = at(change)
      const place = this.#columns.told.findIndex(({ attribute }) => attribute === change.attribute)
      for (const look of looks) {
        const itsClass = this.#classAt(look)
        if (itsClass === undefined || itsClass.isLeftOut || !this.attributes.includes(change.attribute)) continue
        if (place < 0) leftOut.add(itsClass)
        else held.set(itsClass, (held.get(itsClass) ?? 0) | (1 << place))
      }
    }
    return { held, leftOut }
  }

  #sumOf(changes: readonly Change[], at: Looks): number {
    return changes.reduce((sum, change) => {
      const [before, after] = at(change)
      return plus(sum, plus(this.markOf(after), minus(this.markOf(before))))
    }, 0)
  }

  // By how many more are of the window: that is told, too.
  #moved(changes: readonly Change[], at: Looks): number {
    const { month, isIn } = this.#columns
    const inside = (look: Looking) => isIn[look.holder(month)] ?? NaN
    return changes.reduce((sum, change) => {
      // Who came later is not in it.
      if (isIn[change.person] === undefined) return sum
      const [before, after] = at(change)
      return sum + inside(after) - inside(before)
    }, 0)
  }

  #classAt(look: Looking): FileClass | undefined {
    if (this.#columns.isIn[look.holder(this.#columns.month)] !== 1) return undefined
    return this.#classes.get(this.#keyOf(look) ?? -1)
  }

  #keyOf(look: Looking): number | null {
    const { recoded, widths } = this.#columns
    let key = 0
    for (let column = 0; column < recoded.length; column++) {
      const { attribute, at } = recoded[column] as FileColumn
      const code = at[look.holder(attribute)]
      if (code === undefined || code < 0) return null
      key = key * (widths[column] ?? 1) + code
    }
    return key
  }
}
