import fc from 'fast-check'
import { expect, it } from 'vitest'
import { protect } from '@/lib/domain/statistics/disclosure/protect'
import { ToldBefore } from '@/lib/domain/statistics/disclosure/told-before'
import type { RawCell } from '@/lib/domain/statistics/raw-table'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import type { Shown } from '@/lib/domain/statistics/released-table'
import { JointAttacker } from '@/tests/support/joint-attacker'
import { madeQuery } from '@/tests/support/made-tables'

// Measures of one answer, about the same people in four classes each: who said nothing, no, yes, and yes with an amount.
const ROWS = ['ID', 'KH', 'VN'] as const
const CLASSES = 4
const [UNTOLD, NO, YES, KNOWN] = [0, 1, 2, 3]

/** Which classes the reporters, hits, others and missing of a measure are. */
const COUNTS = {
  reports: [[UNTOLD, NO, YES, KNOWN], [UNTOLD, NO, YES, KNOWN], [], []],
  in_debt_share: [[UNTOLD, NO, YES, KNOWN], [YES, KNOWN], [NO], [UNTOLD]],
  debt_amount: [[YES, KNOWN], [], [KNOWN], [YES]],
} as const
type Asked = keyof typeof COUNTS

type People = readonly (readonly number[])[]
const people: fc.Arbitrary<People> = fc.array(
  fc.array(fc.oneof(fc.nat(6), fc.integer({ min: 5, max: 30 })), { minLength: CLASSES, maxLength: CLASSES }),
  { minLength: ROWS.length, maxLength: ROWS.length },
)
const orders = fc.shuffledSubarray(Object.keys(COUNTS) as Asked[], { minLength: 2 })

const lines = [...ROWS.keys()].map((row) => [row]).concat([[...ROWS.keys()]])
const unknownsOf = (of: readonly number[], classes: readonly number[]) =>
  of.flatMap((row) => classes.map((one) => row * CLASSES + one))
const count = (all: People, of: readonly number[], classes: readonly number[]) =>
  of.reduce((sum, row) => sum + classes.reduce((some, one) => some + (all[row]?.[one] ?? 0), 0), 0)

function cellOf(all: People, asked: Asked, of: readonly number[]): RawCell {
  const [reporters = 0, hits = 0, others = 0, missing = 0] = COUNTS[asked].map((classes) => count(all, of, classes))
  const base = hits + others
  return {
    row: of.length > 1 ? null : (ROWS[of[0] ?? 0] ?? ''),
    column: null,
    reporters,
    missing,
    base,
    baseReporters: base,
    hits,
    hitReporters: hits,
    sum: base * 1000,
    over: 0,
    largest: [1000, 1000],
    overLargest: [0, 0],
    spread: null,
    interval: null,
    meanInterval: null,
  }
}

async function found(all: People, order: readonly Asked[]): Promise<string[]> {
  const before = new ToldBefore()
  const attacker = new JointAttacker(ROWS.length * CLASSES)
  order.forEach((asked, seq) => {
    const measure = measureOf(asked)
    if (measure === null) throw new Error(asked)
    const query = madeQuery({ measures: [asked], rows: 'origin', columns: null })
    const cells = lines
      .map((of) => cellOf(all, asked, of))
      .filter(({ row, reporters }) => row === null || reporters > 0)
    const rows = cells.flatMap(({ row }) => row ?? [])
    const table = { query, measure: asked, rows, columns: [], cells, version: 1, asOf: new Date(0) }
    const { released, logged } = protect(table, measure, asked, before)
    before.add(asked, logged, seq)
    for (const of of lines) {
      const row = of.length > 1 ? null : (ROWS[of[0] ?? 0] ?? '')
      const cell = released.cells.find((one) => one.row === row)
      const hears = (part: 0 | 1 | 2 | 3, number: Shown) => {
        if (typeof number === 'number') attacker.hears(unknownsOf(of, COUNTS[asked][part]), number)
      }
      hears(0, cell === undefined ? 0 : cell.reporters)
      if (cell === undefined || typeof cell.base !== 'number' || typeof cell.hits !== 'number') continue
      hears(1, cell.hits)
      hears(2, cell.base - cell.hits)
      hears(3, cell.missing)
    }
  })
  const groups = [[UNTOLD], [NO], [YES], [KNOWN], [YES, KNOWN], [UNTOLD, NO], [UNTOLD, NO, YES]]
  const targets = lines.flatMap((of) => groups.map((classes) => ({ of, classes, sum: unknownsOf(of, classes) })))
  const ranges = await attacker.ranges(targets.map(({ sum }) => sum))
  return targets.flatMap(({ of, classes }, at) => {
    const truth = count(all, of, classes)
    return ranges[at] === null || truth === 0 || truth >= 5
      ? []
      : [`${order.join()}: ${of.join()} ${classes.join()} = ${String(truth)}`]
  })
}

it('measures of one answer, in whatever order, do not settle a number of few together', async () => {
  await fc.assert(
    fc.asyncProperty(people, orders, async (all, order) => {
      expect(await found(all, order)).toEqual([])
    }),
    { numRuns: 25 },
  )
})
