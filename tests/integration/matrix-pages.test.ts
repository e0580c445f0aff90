import { beforeAll, expect, test, vi } from 'vitest'
import type { Known } from '../support/matrix/doors/arguments'
import { enter } from '../support/matrix/doors/call'
import { callPage } from '../support/matrix/doors/call-page'
import { CALLERS } from '../support/matrix/doors/callers'
import { findPages } from '../support/matrix/doors/find-doors'
import { watchDatabase } from '../support/matrix/doors/footprints'
import { whoSees } from '../support/matrix/doors/pages'
import { aWorldOfDoors } from '../support/matrix/doors/world'
import { peopleIn } from '../support/matrix/words'

// Every page, with the cookies of one browser after the other.
vi.mock('next/headers', async () => (await import('../support/matrix/doors/browser')).headersOfBrowser)
vi.mock('next/cache', () => ({ revalidatePath: () => undefined, refresh: () => undefined }))

/** What a page of numbers that was drawn before goes on to keep, of nobody in particular. */
const COUNTED_BESIDE = 'statistic_block'

let known: Known
const pages = findPages()

beforeAll(async () => {
  known = await aWorldOfDoors()
  for (const { file } of pages) await import(/* @vite-ignore */ `../../${file}`)
}, 300_000)

test('who may not see a page is led away from it and leaves no trace', async () => {
  const watch = await watchDatabase()
  const differences: string[] = []
  const seen = new Set<string>()
  for (const caller of CALLERS)
    for (const page of pages) {
      await enter(caller)
      await watch.forget()
      const { is, how } = await callPage(page, known)
      const { anywhere } = await watch.since()
      // Rows of the matrix are put past every rule: a page of theirs that cannot be drawn was let in all the same.
      const isSeen = is === 'failed' || (is === 'passed' && !how.startsWith('to '))
      if (isSeen) seen.add(`${caller.is} ${page.key}`)
      if (peopleIn(whoSees(page.key) ?? '').has(caller.is)) continue
      if (isSeen) differences.push(`${caller.is} sees ${page.key} and may not: ${how}`)
      const traces = anywhere.filter((table) => table !== COUNTED_BESIDE)
      if (traces.length > 0) differences.push(`${caller.is} leaves a trace at ${page.key}: ${traces.join(' ')}`)
    }
  expect(differences).toEqual([])
  // That pages are drawn at all.
  expect([...seen].filter((one) => one.startsWith('officer ')).length).toBeGreaterThan(70)
  expect([...seen].filter((one) => one.startsWith('worker ')).length).toBeGreaterThan(25)
}, 600_000)
