import { describe, expect, it } from 'vitest'
import { descriptorOf } from '@/lib/domain/statistics/disclosure/descriptor'
import { protect } from '@/lib/domain/statistics/disclosure/protect'
import { ToldBefore } from '@/lib/domain/statistics/disclosure/told-before'
import { madeQuery, madeTable, type MadeReport } from '@/tests/support/made-tables'

const SHARE = { code: 'paid_share', of: 'report', form: 'share', unit: 'share' } as const
const QUERY = madeQuery({ columns: null })

function many(row: string, count: number): MadeReport[] {
  return Array.from({ length: count }, () => ({ rows: [row], columns: [], status: 'hit' as const, amount: 1 }))
}

function logged(reports: readonly MadeReport[], version = 1) {
  return protect(madeTable(reports, QUERY, version), SHARE).logged
}

describe('everything told before', () => {
  it('forgets what a replaced release told of a line that is gone', () => {
    const before = new ToldBefore()
    before.add('a', logged([...many('VN-JP', 20), ...many('ID-JP', 9)]), 1)
    before.add('a', logged(many('VN-JP', 20)), 2)
    expect(before.same(descriptorOf(QUERY, { row: 'ID-JP', column: null }, 'paid_share'))).toEqual([])
    expect(
      before.same(descriptorOf(QUERY, { row: 'VN-JP', column: null }, 'paid_share')).map(({ seq }) => seq),
    ).toEqual([2])
  })

  it('leaves no trace of what was taken out again', () => {
    const before = new ToldBefore()
    const former = logged(many('VN-JP', 20))
    before.add('a', former, 1)
    before.add('a', logged(many('VN-JP', 40)), 2)
    before.remove('a')
    expect(before.same(descriptorOf(QUERY, { row: 'VN-JP', column: null }, 'paid_share'))).toEqual([])
    before.add('a', former, 1)
    expect(
      before.same(descriptorOf(QUERY, { row: 'VN-JP', column: null }, 'paid_share')).map(({ cell }) => cell.told[0]),
    ).toEqual([20])
  })

  it('takes what was written last in the log as the last, whatever a process calls its version', () => {
    const before = new ToldBefore()
    before.add('a', logged(many('VN-JP', 20), 500), 1)
    before.add('b', logged(many('VN-JP', 40), 20), 2)
    const { released } = protect(madeTable(many('VN-JP', 42), QUERY, 21), SHARE, 'a', before)
    expect(released.cells.find(({ row }) => row === 'VN-JP')?.reporters).toBe(40)
  })

  it('looks only at numbers near its own, and at no more than so many related ones, however long the log', () => {
    const before = new ToldBefore()
    const table = logged([...many('VN-JP', 20), ...many('ID-JP', 9)])
    for (let question = 0; question < 300; question++) {
      const query = { ...QUERY, filters: [{ dimension: 'office' as const, values: [`office-${String(question)}`] }] }
      before.add(`question ${String(question)}`, { ...table, query }, question)
    }
    expect([...before.near('', 0, 'all', 200, 5)].length).toBe(0)
    expect([...before.near('', 0, 'all', 22, 5)].length).toBe(300)
    expect([...before.heldNear('', 'all', 22, 5)].length).toBe(0)
    expect(before.related('', 'all', 1, 250).length).toBe(250)
  })
})
