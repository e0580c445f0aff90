import { beforeAll, expect, test, vi } from 'vitest'
import { CASE_NUMBER_BYTES, caseNumberFrom } from '@/lib/domain/case-number'
import { call, enter } from '../support/matrix/doors/call'
import { CALLERS } from '../support/matrix/doors/callers'
import { findDoors, type Door } from '../support/matrix/doors/find-doors'
import { watchDatabase } from '../support/matrix/doors/footprints'
import { DOORS } from '../support/matrix/doors/matrix'
import { aWorldOfDoors } from '../support/matrix/doors/world'
import type { World } from '../support/matrix/people'
import { peopleIn } from '../support/matrix/words'
import type { Known } from '../support/matrix/doors/arguments'

// Every route and every server action, as functions, with the cookies of one browser after the other.
vi.mock('next/headers', async () => (await import('../support/matrix/doors/browser')).headersOfBrowser)
vi.mock('next/cache', () => ({ revalidatePath: () => undefined, refresh: () => undefined }))
vi.mock('@/lib/http/parse-form', async (original) => {
  const { fillingIn } = await import('../support/matrix/doors/filled-forms')
  return fillingIn(await original())
})

let known: Known
const doors = findDoors()

beforeAll(async () => {
  known = await aWorldOfDoors()
  // The first call of each loads it.
  for (const door of doors) await import(/* @vite-ignore */ `../../${door.file}`)
}, 300_000)

test('who has no pass is turned away at every door and leaves no trace; who acts on things of their own, none on others', async () => {
  const watch = await watchDatabase()
  const differences: string[] = []
  let calls = 0
  for (const caller of CALLERS)
    for (const door of doors) {
      const entry = DOORS[door.key]
      const may = peopleIn(entry?.who ?? '').has(caller.is)
      const mayOwn = peopleIn(entry?.own ?? '').has(caller.is)
      await enter(caller)
      await watch.forget()
      const called = await call(door, known, caller.own)
      const written = await watch.since()
      calls += 1
      const say = (what: string) =>
        differences.push(`${caller.is} ${what} at ${door.key}: ${called.how} ${written.anywhere.join(' ')}`)
      if (called.is === 'failed') say('fails')
      if (may && called.is === 'turned') say('may pass and is turned away')
      if (!may && !mayOwn && called.is === 'passed') say('passes and may not')
      if (!may && !mayOwn && written.anywhere.length > 0) say('leaves a trace')
      if (!may && written.inFirstWorld.length > 0) say('changes what is not theirs')
    }
  expect(differences).toEqual([])
  expect(calls).toBe(doors.length * CALLERS.length)
}, 600_000)

test('who is turned away is told the same of what is not theirs and of what is not there', async () => {
  const nowhere: Known = { number: caseNumberFrom(new Uint8Array(CASE_NUMBER_BYTES)), world: 9 }
  const said = async (door: Door, of: Known, own?: World): Promise<string> => {
    const called = await call(door, of, own)
    return `${called.is} ${called.how}`
      .replaceAll(of.number, '<number>')
      .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/gu, '<id>')
  }
  const unlike: string[] = []
  for (const caller of CALLERS.filter(({ is }) => ['far_officer', 'far_supervisor', 'other_worker'].includes(is)))
    for (const door of doors) {
      const { who = '', own = '' } = DOORS[door.key] ?? {}
      if (peopleIn(`${who} ${own}`).has(caller.is)) continue
      await enter(caller)
      const there = await said(door, known, caller.own)
      const notThere = await said(door, nowhere, caller.own)
      if (there !== notThere) unlike.push(`${caller.is} at ${door.key}: ${there} / ${notThere}`)
    }
  expect(unlike).toEqual([])
}, 300_000)
