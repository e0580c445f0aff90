import { expect, test } from 'vitest'
import { crashTest } from '@/lib/commands/crash-test/run'
import { carelessSettings } from '@/lib/commands/database/installation'
import { ownerUrl } from '../support/database'

// The short form of `npm run crash-test`: processes of its own on a database of its own that flushes what it confirms.

test('every receipt that was shown is one whole case, whatever was killed meanwhile', async () => {
  const result = await crashTest({ submissions: 20, seed: 7 })
  expect(result.problems).toEqual([])
  expect(result).toMatchObject({ receipts: 20, cases: 20 })
  // A test in which nothing was killed would show nothing.
  expect(result.crashes.processes).toBeGreaterThan(0)
  expect(result.crashes.database).toBeGreaterThan(0)
}, 240_000)

test('a server that confirms before it flushes is known by its settings', async () => {
  // That of the tests, which nobody relies on.
  expect(await carelessSettings(ownerUrl)).toEqual(['fsync', 'full_page_writes', 'synchronous_commit'])
})
