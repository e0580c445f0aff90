import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { protect } from '@/lib/domain/statistics/disclosure/protect'
import { ToldBefore } from '@/lib/domain/statistics/disclosure/told-before'
import { madeQuery, madeTable, type MadeReport } from '@/tests/support/made-tables'
import { reportersAt, ToldInTurn } from '@/tests/support/told-in-turn'
import { someReports } from './some-reports'

const SHARE = { code: 'paid_share', of: 'report', form: 'share', unit: 'share' } as const
const KEY = 'all a question'

function twoReleases(first: readonly MadeReport[], second: readonly MadeReport[]) {
  const before = new ToldBefore()
  const one = protect(madeTable(first, madeQuery(), 1), SHARE, KEY, before)
  before.add(KEY, one.logged, 1)
  const two = protect(madeTable(second, madeQuery(), 2), SHARE, KEY, before)
  return { one: one.released, two: two.released }
}

describe('a report more or less', () => {
  it('changes no number that was told, so that a reader of both releases knows what he knew of one', () => {
    fc.assert(
      fc.property(someReports, fc.nat(), fc.boolean(), (reports, index, isAdded) => {
        const picked = reports[index % Math.max(1, reports.length)]
        if (picked === undefined) return
        const fewer = reports.filter((report) => report !== picked)
        const { one, two } = isAdded ? twoReleases(fewer, reports) : twoReleases(reports, fewer)
        for (const then of one.cells) {
          const now = two.cells.find(({ row, column }) => row === then.row && column === then.column)
          if (then.reporters === 's' || now === undefined) continue
          expect(now.reporters).toBe(then.reporters)
          if (then.hits !== 's') expect([now.hits, now.base, now.missing]).toEqual([then.hits, then.base, then.missing])
        }
        for (const now of two.cells) {
          const then = one.cells.find(({ row, column }) => row === now.row && column === now.column)
          if (then?.reporters === 's') expect(now.reporters).toBe('s')
          if (then?.hits === 's') expect(now.hits).toBe('s')
        }
      }),
      { numRuns: 150 },
    )
  })

  const many = (row: string, column: string, count: number): MadeReport[] =>
    Array.from({ length: count }, () => ({ rows: [row], columns: [column], status: 'hit' as const, amount: 1 }))

  it('does not freeze a table: where many came, the numbers move on', () => {
    const everywhere = (count: number) =>
      ['r1', 'r2', 'r3'].flatMap((row) => ['c1', 'c2', 'c3'].flatMap((column) => many(row, column, count)))
    const first = everywhere(20)
    const came = everywhere(8).filter(({ rows, columns }) => rows[0] !== 'r3' || columns[0] !== 'c3')
    const { two } = twoReleases(first, [...first, ...came, ...many('r3', 'c3', 1)])
    const at = (row: string | null, column: string | null) =>
      two.cells.find((cell) => cell.row === row && cell.column === column)?.reporters
    expect([at('r3', 'c3'), at(null, null)]).toEqual([20, 245])
    expect(two.cells.filter(({ reporters }) => reporters === 28).length).toBeGreaterThanOrEqual(5)
  })

  it('shows no total of long ago beside new numbers: what moved with a kept cell is held back', () => {
    const { one, two } = twoReleases(
      [...many('r1', 'c1', 20), ...many('r1', 'c2', 20), ...many('r2', 'c1', 20), ...many('r2', 'c2', 20)],
      [...many('r1', 'c1', 21), ...many('r1', 'c2', 60), ...many('r2', 'c1', 60), ...many('r2', 'c2', 60)],
    )
    for (const now of two.cells) {
      const then = one.cells.find(({ row, column }) => row === now.row && column === now.column)
      if (now.row === 'r1' && now.column === 'c1') expect(now.reporters).toBe(20)
      else expect(now.reporters).not.toBe(then?.reporters)
    }
  })
})

describe('what is told besides', () => {
  it('is cut down by a threshold of ten, not counted anew', () => {
    const world = new ToldInTurn([
      { count: 50, values: { origin: 'VN' } },
      { count: 7, values: { origin: 'ID' } },
    ])
    const all = () => reportersAt(world.ask({ rows: 'origin', threshold: 10 }), null)
    expect(all()).toBe(57)
    world.people = [
      { count: 51, values: { origin: 'VN' } },
      { count: 7, values: { origin: 'ID' } },
    ]
    expect(all()).toBe(57)
    expect(reportersAt(world.ask({ rows: 'origin', threshold: 10 }), 'ID')).toBe('s')
  })

  it('says since when, which does not move because somebody came', () => {
    const some = (count: number) => [
      { count, values: { origin: 'VN' } },
      { count: 30, values: { origin: 'ID' } },
    ]
    const [calm, busy] = [new ToldInTurn(some(20)), new ToldInTurn(some(20))]
    const question = { rows: 'origin' } as const
    const first = calm.ask(question)
    busy.ask(question)
    busy.people = some(21)
    expect(busy.ask(question)).toEqual(calm.ask(question))
    busy.people = some(40)
    const moved = busy.ask(question).cells.find(({ row }) => row === 'VN')
    const before = first.cells.find(({ row }) => row === 'VN')
    expect([moved?.reporters, moved?.since === before?.since]).toEqual([40, false])
  })

  it('is compared between measures of the same people only, and between all of them', () => {
    const people = [
      { count: 12, values: { origin: 'VN' } },
      { count: 9, values: { origin: 'ID' } },
    ]
    const vn = { filters: [{ dimension: 'origin', values: ['VN'] }] } as const
    const told = (first: string) => {
      const world = new ToldInTurn(people)
      world.ask(vn, first)
      world.people = [...people.slice(0, 1), { count: 2, values: { origin: 'ID' } }]
      return reportersAt(world.ask({}), null)
    }
    expect([told('paid_share'), told('in_debt_share'), told('debt_amount')]).toEqual(['s', 's', 14])
  })
})
