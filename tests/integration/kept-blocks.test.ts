import { beforeAll, expect, test } from 'vitest'
import { answer } from '@/lib/domain/statistics/columns/answer'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { LoadedIndex } from '@/lib/usecases/statistics/loaded-index'
import { anOffice } from '../support/builders'
import { addCountedCases } from '../support/counted-cases'
import { ownerPool } from '../support/database'
import { addRandomReports } from '../support/random-reports'

const ASKED: StatisticQuery = {
  measures: ['paid_amount'],
  rows: 'payee_role',
  columns: 'office',
  from: null,
  to: null,
  filters: [],
  threshold: 5,
  rounding: 1,
}
const change = async <T extends object>(sql: string, ...values: unknown[]) =>
  (await ownerPool().query<T>(sql, values)).rows
const kept = async () => (await change<{ number: number }>('SELECT number FROM statistic_block')).length
const COUNTED = `SELECT id FROM cases WHERE in_statistics AND NOT is_test AND erased_at IS NULL AND closing_code IS NULL AND id IN (SELECT case_id FROM fee_line WHERE removed_at IS NULL) ORDER BY id LIMIT 1`

/** What a process says that starts now. */
async function started() {
  const index = new LoadedIndex()
  await index.refresh(0)
  const tables = []
  for (const code of ['paid_amount', 'reports', 'told_gap', 'over_cap_payments']) {
    const query = { ...ASKED, rows: code === 'paid_amount' ? ASKED.rows : ('indicator' as const) }
    tables.push((await answer(index.store, code, { query, office: null, asOf: new Date(0) }, () => undefined)).cells)
  }
  return { index, tables, reports: index.store.reports }
}

/** The same, once the block is kept: as long as a transaction of anybody goes on that began before the last report left, it is not. */
async function startedAndKept() {
  for (let turn = 0; ; turn++) {
    const found = await started()
    if (turn > 40 || (await kept()) === 1) return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

beforeAll(async () => {
  await addRandomReports([await anOffice('one'), await anOffice('two')], 200, 0.3)
})

test('a start from kept columns knows what a start from the reports knows, and what changed since', async () => {
  const first = await startedAndKept()
  expect(await kept()).toBe(1)
  expect((await started()).tables).toEqual(first.tables)
  await change(
    `UPDATE fee_line SET jpy_minor = 77 WHERE id = (SELECT id FROM fee_line WHERE removed_at IS NULL ORDER BY id LIMIT 1)`,
  )
  await addCountedCases(await anOffice('three'), 6, { paid_answer: 'yes', paid_total_jpy: 1 })
  const again = await started()
  await change('DELETE FROM statistic_block')
  expect(again.tables).toEqual((await started()).tables)
  expect(again.tables).not.toEqual(first.tables)
})

test('a kept block is read: what is in it alone shows', async () => {
  const { index } = await startedAndKept()
  const before = index.store.reports
  // Without their place in the log nothing tells of changes; only the block still knows the reports.
  await change(`UPDATE statistic_change SET changed = '1'`)
  const [one] = await change<{ id: string }>(COUNTED)
  await change('ALTER TABLE cases DISABLE TRIGGER USER')
  await change('UPDATE cases SET in_statistics = false WHERE id = $1', one?.id)
  expect((await started()).reports).toBe(before)
  await change('UPDATE cases SET in_statistics = true WHERE id = $1', one?.id)
  await change('ALTER TABLE cases ENABLE TRIGGER USER')
})

test('who withdraws, is erased or deleted is in no kept block from then on', async () => {
  const [one] = await change<{ id: string }>(COUNTED)
  for (const leaving of [
    'UPDATE cases SET in_statistics = false',
    'UPDATE cases SET erased_at = now()',
    'DELETE FROM cases',
  ]) {
    await startedAndKept()
    expect(await kept()).toBe(1)
    await change('ALTER TABLE cases DISABLE TRIGGER cases_kept_blocks_update')
    await change('UPDATE cases SET in_statistics = true, erased_at = NULL WHERE id = $1', one?.id)
    await change('ALTER TABLE cases ENABLE TRIGGER cases_kept_blocks_update')
    await change(`${leaving} WHERE id = $1`, one?.id).catch(() =>
      change('UPDATE cases SET is_test = true WHERE id = $1', one?.id),
    )
    expect(await kept()).toBe(0)
  }
})

test('a block is not kept over one whose report left meanwhile; one of another cluster or layout is not read', async () => {
  const { index } = await startedAndKept()
  const place = String(index.horizon)
  const [layout] = await change<{ layout: string }>('SELECT layout FROM statistic_block')
  const [one] = await change<{ id: string }>(COUNTED)
  await change('UPDATE cases SET in_statistics = false WHERE id = $1', one?.id)
  const client = await ownerPool().connect()
  const asSystem = async (sql: string, ...values: unknown[]) => {
    await client.query(`BEGIN; SELECT set_config('app.actor_kind', 'system', true)`)
    const { rows } = await client.query<Record<string, unknown>>(sql, values)
    await client.query('COMMIT')
    return rows
  }
  const keep = `SELECT app.keep_statistic_block(0, $1, $2, '\\x00') AS done`
  expect(await asSystem(keep, layout?.layout, place)).toEqual([{ done: false }])
  await startedAndKept()
  const places = async (wanted: string) =>
    (await asSystem('SELECT place FROM app.statistic_blocks($1)', wanted))[0]?.['place']
  expect(await places(layout?.layout ?? '')).not.toBeNull()
  expect(await places('other')).toBeNull()
  // As a restored copy has it: written by another transaction than the one it names.
  await change('UPDATE statistic_block SET layout = layout')
  expect(await places(layout?.layout ?? '')).toBeNull()
  client.release()
  await expect(change('SELECT * FROM app.statistic_blocks($1)', '')).rejects.toThrow('only the system')
})
