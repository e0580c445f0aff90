import { beforeAll, describe, expect, test } from 'vitest'
import { Client } from 'pg'
import { answer } from '@/lib/domain/statistics/columns/answer'
import type { StatisticQuery } from '@/lib/domain/statistics/query'
import { breather } from '@/lib/usecases/statistics/breathe'
import { LoadedIndex } from '@/lib/usecases/statistics/loaded-index'
import { anOffice } from '../support/builders'
import { addCountedCases } from '../support/counted-cases'
import { ownerPool, ownerUrl } from '../support/database'

const ASKED: StatisticQuery = {
  measures: ['paid_total'],
  rows: null,
  columns: null,
  from: null,
  to: null,
  filters: [],
  threshold: 5,
  rounding: 1,
}
// Two processes.
const [one, other] = [new LoadedIndex(), new LoadedIndex()]
let ids: readonly string[] = []

async function total(index: LoadedIndex): Promise<number | undefined> {
  await index.refresh(0)
  const asked = { query: ASKED, office: null, asOf: new Date() }
  return (await answer(index.store, 'paid_total', asked, breather())).cells[0]?.sum
}

const change = (sql: string, ...values: unknown[]) => ownerPool().query(sql, values)

beforeAll(async () => {
  const office = await anOffice('one')
  await addCountedCases(office, 6, { paid_answer: 'yes', paid_total_jpy: 1 })
  ids = (await change('SELECT id FROM cases ORDER BY id')).rows.map(({ id }: { id: string }) => id)
  for (const [place, id] of ids.entries())
    await change('UPDATE cases SET paid_total_jpy = $2 WHERE id = $1', id, 10 ** place)
})

describe('what changes', () => {
  test('shows with the next reading, in every process', async () => {
    expect(await total(one)).toBe(111_111)
    await change('UPDATE cases SET paid_total_jpy = 2 WHERE id = $1', ids[0])
    expect([await total(one), await total(other)]).toEqual([111_112, 111_112])
  })
  test('withdrawn, erased, duplicate, test and deleted reports are gone; who comes back is there again', async () => {
    const { version } = one.store
    await change('UPDATE cases SET in_statistics = false WHERE id = $1', ids[1])
    expect(await total(one)).toBe(111_102)
    await change('UPDATE cases SET erased_at = now() WHERE id = $1', ids[2])
    expect(await total(one)).toBe(111_002)
    await change(`UPDATE cases SET closing_code = 'duplicate_merged' WHERE id = $1`, ids[3])
    expect(await total(one)).toBe(110_002)
    await change('UPDATE cases SET is_test = true WHERE id = $1', ids[4])
    expect(await total(one)).toBe(100_002)
    await change('DELETE FROM cases WHERE id = $1', ids[4])
    await change('UPDATE cases SET in_statistics = true WHERE id = $1', ids[1])
    expect([await total(one), await total(other)]).toEqual([100_012, 100_012])
    expect(one.store.version).toBeGreaterThan(version)
  })
  test('a change that is not counted changes nothing, nor does what is read once more', async () => {
    // Holds the horizon back, as any transaction on the server does: the reports changed since are read again.
    const open = new Client({ connectionString: ownerUrl })
    await open.connect()
    await open.query('BEGIN')
    await open.query('SELECT pg_current_xact_id()')
    await change('UPDATE cases SET paid_total_jpy = paid_total_jpy + 1 WHERE id = $1', ids[0])
    await total(one)
    const { version } = one.store
    await change('UPDATE cases SET unread_from_worker = 3 WHERE id = $1', ids[0])
    await total(one)
    expect(one.store.version).toBe(version)
    await open.end()
  })
  test.each(['who began first', 'who began last'])('%s ends last: nothing is missed', async (order) => {
    const [slow, quick] = [new Client({ connectionString: ownerUrl }), new Client({ connectionString: ownerUrl })]
    await slow.connect()
    await quick.connect()
    const before = (await total(one)) ?? 0
    const add = (client: Client, id: string | undefined) =>
      client.query('UPDATE cases SET paid_total_jpy = paid_total_jpy + 1000 WHERE id = $1', [id])
    for (const client of order === 'who began first' ? [slow, quick] : [quick, slow]) {
      await client.query('BEGIN')
      await client.query('SELECT pg_current_xact_id()')
    }
    await add(slow, ids[0])
    await add(quick, ids[5])
    await quick.query('COMMIT')
    expect(await total(one)).toBe(before + 1000)
    expect(await total(one)).toBe(before + 1000)
    await slow.query('COMMIT')
    expect([await total(one), await total(other)]).toEqual([before + 2000, before + 2000])
    await slow.end()
    await quick.end()
  })
  test('a new payment and a new verdict are read', async () => {
    await change(
      `INSERT INTO fee_line (id, case_id, position, payee_role, jpy_minor, added_by_kind, created_at) VALUES (gen_random_uuid(), $1, 1, 'broker', 700, 'worker', now())`,
      ids[0],
    )
    await one.refresh(0)
    const query = { ...ASKED, rows: 'payee_role' } as const
    const asked = { query, office: null, asOf: new Date() }
    const paid = async () => (await answer(one.store, 'paid_amount', asked, breather())).cells[0]
    expect(await paid()).toMatchObject({ row: 'broker', sum: 700 })
    await change('UPDATE fee_line SET removed_at = now() WHERE case_id = $1', ids[0])
    await one.refresh(0)
    expect(await paid()).toMatchObject({ row: null, reporters: 0, sum: 0 })
  })
  test('nobody but the system reads the facts', async () => {
    await expect(change(`SELECT app.statistic_facts('0', 0, 10)`)).rejects.toThrow('only the system')
  })
})
