import { FLAG, NULL_SUM, type Block, type Money } from './block'
import { FULL } from './walk'

/** Where a report stands in a measure: not at all, without the fact, with it, or with it and a hit of a share. */
export const OUT = 0
export const MISSING = 1
export const BASE = 2
export const HIT = 3

/** Puts one for each of the first `count` rows (FULL at most) that passes, nought for the others. Many at once: a call a report took longer than the counting. */
export type Test = (block: Block, rows: Int32Array, count: number, into: Uint8Array) => void

/** Where reports stand, by their place among the rows, and what they have: of those with the fact. */
export type Stands = {
  readonly standing: Uint8Array
  readonly values: Float64Array
  readonly overs: Float64Array
}

/** Room for some reports of a block. */
export function newStands(): Stands {
  return {
    standing: new Uint8Array(FULL),
    values: new Float64Array(FULL),
    overs: new Float64Array(FULL),
  }
}

/** Passes every report. */
export const always: Test = (_block, _rows, count, into) => {
  into.fill(1, 0, count)
}

/** Passes reports with one of these flags. */
export const has =
  (flag: number): Test =>
  ({ flags }, rows, count, into) => {
    for (let at = 0; at < count; at++) into[at] = ((flags[rows[at] as number] as number) & flag) === 0 ? 0 : 1
  }

/** Passes reports that answered whether they paid. */
export const answered = has(FLAG.paidYes | FLAG.paidNo)

/** Passes reports of which a sum is known. */
export const isKnown =
  (name: Money): Test =>
  ({ sums }, rows, count, into) => {
    const of = sums[name]
    for (let at = 0; at < count; at++) into[at] = of[rows[at] as number] === NULL_SUM ? 0 : 1
  }

/** Passes reports of which a sum is known and more than `least`, which is not below zero by much. */
export const isAbove =
  (name: Money, least: number): Test =>
  ({ sums }, rows, count, into) => {
    const of = sums[name]
    for (let at = 0; at < count; at++) into[at] = (of[rows[at] as number] as number) > least ? 1 : 0
  }

// Of one test at a time: no test gives way while it runs.
const SECOND: Uint8Array[] = []
let depth = 0

function joined(one: Test, other: Test, join: (first: number, second: number) => number): Test {
  const table = Uint8Array.from([join(0, 0), join(0, 1), join(1, 0), join(1, 1)])
  return (block, rows, count, into) => {
    const second = (SECOND[depth] ??= new Uint8Array(FULL))
    depth += 1
    one(block, rows, count, into)
    other(block, rows, count, second)
    depth -= 1
    for (let at = 0; at < count; at++) into[at] = table[((into[at] as number) << 1) | (second[at] as number)] as number
  }
}

/** Passes what one of two tests passes. */
export const either = (one: Test, other: Test): Test => joined(one, other, (first, second) => first | second)

/** Passes what both tests pass. */
export const both = (one: Test, other: Test): Test => joined(one, other, (first, second) => first & second)

/** Passes reports that have one code of a dimension. */
export const isCode =
  (name: keyof Block['codes'], number: number): Test =>
  ({ codes }, rows, count, into) => {
    const of = codes[name]
    for (let at = 0; at < count; at++) into[at] = of[rows[at] as number] === number ? 1 : 0
  }
