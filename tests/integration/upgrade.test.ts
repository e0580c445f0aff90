import { expect, test } from 'vitest'
import { migrateDatabase } from '@/lib/commands/database/migrate'
import { ownerUrl } from '../support/database'
import { asSuperuserIn, keysOf, putEarlierRows, shapeOf, states, type KeptKeys } from '../support/earlier-states'
import { anotherDatabase } from '../support/other-database'

// A database of any earlier version comes to this one with everything that is in it. EVERY_STATE=1 begins at every state by itself.

const STOPS = 8
const isLong = process.env['EVERY_STATE'] === '1'

/** What a migration takes away on purpose. */
const GIVEN_UP: readonly string[] = []

const upTo = (last: string) => (name: string) => name <= last

async function endsAsNew(url: string, kept: readonly { readonly state: string; readonly keys: KeptKeys }[]) {
  await migrateDatabase(url)
  const shape = await asSuperuserIn(url, shapeOf)
  expect(shape.length).toBeGreaterThan(1000)
  expect(shape).toEqual(await asSuperuserIn(ownerUrl, shapeOf))
  const now = await asSuperuserIn(url, keysOf)
  for (const { state, keys } of kept) {
    for (const [table, rows] of keys) {
      if (GIVEN_UP.includes(table)) continue
      const there = new Set(now.get(table))
      expect(rows.filter((row) => !there.has(row)).map((row) => `${table} ${row} of ${state}`)).toEqual([])
    }
  }
}

test('one database goes through all states with rows put in at several of them', async () => {
  const names = await states()
  const url = await anotherDatabase()
  const kept = []
  for (let stop = 1; stop < names.length; stop += Math.ceil(names.length / STOPS)) {
    const state = names[stop] ?? ''
    await migrateDatabase(url, undefined, upTo(state))
    kept.push({ state, keys: await putEarlierRows(url, state) })
  }
  expect(kept.length).toBeGreaterThanOrEqual(STOPS - 1)
  // Rows that did not fit would show nothing.
  for (const { keys } of kept) expect([...keys.values()].filter((rows) => rows.length > 0).length).toBeGreaterThan(15)
  await endsAsNew(url, kept)
}, 300_000)

test.runIf(isLong)(
  'a database of every state comes to this version with its rows',
  async () => {
    const names = await states()
    const walked = await anotherDatabase()
    for (const state of names.slice(1)) {
      await migrateDatabase(walked, undefined, upTo(state))
      const url = await anotherDatabase(new URL(walked).pathname.slice(1))
      const keys = await putEarlierRows(url, state)
      expect(keys.size).toBeGreaterThan(10)
      await endsAsNew(url, [{ state, keys }])
    }
  },
  3_600_000,
)
