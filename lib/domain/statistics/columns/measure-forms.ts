import { NULL_SUM, type Block, type Money } from './block'
import { BASE, HIT, MISSING, OUT, type Stands, type Test } from './report-tests'
import { FULL } from './walk'

/** What a measure counts, up to FULL reports of a block at a time. */
export type ReportMeasure = {
  /** Puts where each of the rows stands in `standing`, and what those with the fact have. */
  readonly read: (block: Block, rows: Int32Array, count: number, into: Stands) => void
  /** Values may be below zero. */
  readonly isSigned: boolean
  /** Values are out of something, `overs`. */
  readonly hasOvers: boolean
}

const NO_OVERS = { isSigned: false, hasOvers: false } as const
// Of one measure at a time.
const TESTED = new Uint8Array(FULL)

/** How many of those that pass one test pass the other, too. */
export function share(base: Test, hit: Test): ReportMeasure {
  return {
    ...NO_OVERS,
    read: (block, rows, count, { standing }) => {
      base(block, rows, count, standing)
      hit(block, rows, count, TESTED)
      for (let at = 0; at < count; at++) {
        const is = standing[at] as number
        standing[at] = MISSING + is + (is & (TESTED[at] as number))
      }
    },
  }
}

/** An amount kept as a sum. `stands`: whose it could be; of others it is not asked. `zero`: what nothing at all means. */
export function amount(
  name: Money,
  stands: Test,
  { zero = OUT, isSigned = false, divisor = 1 }: { zero?: number; isSigned?: boolean; divisor?: number } = {},
): ReportMeasure {
  return {
    ...NO_OVERS,
    isSigned,
    read: (block, rows, count, { standing, values }) => {
      const of = block.sums[name]
      stands(block, rows, count, standing)
      for (let at = 0; at < count; at++) {
        const value = of[rows[at] as number] as number
        const is = value === NULL_SUM ? MISSING : value > 0 || isSigned ? BASE : zero
        standing[at] = is * (standing[at] as number)
        values[at] = value
      }
      if (divisor !== 1) for (let at = 0; at < count; at++) values[at] = (values[at] as number) / divisor
    },
  }
}

/** One sum of a report over another one above zero. */
export function quotient(name: Money, over: Money, stands: Test): ReportMeasure {
  return {
    ...NO_OVERS,
    read: (block, rows, count, { standing, values }) => {
      const [above, below] = [block.sums[name], block.sums[over]]
      stands(block, rows, count, standing)
      for (let at = 0; at < count; at++) {
        const row = rows[at] as number
        const has = above[row] as number
        const by = below[row] as number
        standing[at] = (has !== NULL_SUM && by > 0 ? BASE : MISSING) * (standing[at] as number)
        values[at] = has / by
      }
    },
  }
}

/** The sum of one thing over that of another, of those who have the other; a hit is who has the first. */
export function ratio(name: Money, over: Money): ReportMeasure {
  return {
    ...NO_OVERS,
    hasOvers: true,
    read: ({ sums }, rows, count, { standing, values, overs }) => {
      const [above, below] = [sums[name], sums[over]]
      for (let at = 0; at < count; at++) {
        const row = rows[at] as number
        const has = above[row] as number
        const by = below[row] as number
        standing[at] = by > 0 ? (has > 0 ? HIT : BASE) : OUT
        values[at] = has > 0 ? has : 0
        overs[at] = by
      }
    },
  }
}
