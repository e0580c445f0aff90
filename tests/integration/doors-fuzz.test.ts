import path from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { beforeAll, expect, test, vi } from 'vitest'
import { SealBroken } from '@/lib/sealing/seal'
import { addressOf, argumentsOf, type Known } from '../support/matrix/doors/arguments'
import { enter } from '../support/matrix/doors/call'
import { CALLERS } from '../support/matrix/doors/callers'
import { findDoors, type Door } from '../support/matrix/doors/find-doors'
import { aWorldOfDoors } from '../support/matrix/doors/world'
import { caseId } from '../support/matrix/people'
import { text } from '../unit/fuzz/arbitraries'

// Every route and every server action, called by people who are let in, with addresses and forms that nobody expects: none may fail. In the
// long mode (FUZZ_RUNS=10000) each gets a hundredth of that many from each of them.
vi.mock('next/headers', async () => (await import('../support/matrix/doors/browser')).headersOfBrowser)
vi.mock('next/cache', () => ({ revalidatePath: () => undefined, refresh: () => undefined }))

const ROOT = path.resolve(import.meta.dirname, '../..')
const IS_LONG = process.env['FUZZ_RUNS'] !== undefined
const RUNS = Math.max(1, Math.round(Number(process.env['FUZZ_RUNS'] ?? 100) / 100))
const ORIGIN = 'http://localhost:3000'
/** Whose doors: between them they pass every one that anybody passes. */
const LET_IN = CALLERS.filter(
  ({ is, own }) =>
    (IS_LONG ? ['nobody', 'administrator', 'supervisor', 'officer'] : ['administrator', 'officer']).includes(is) ||
    (is === 'worker' && own === 1),
)

/** Names of fields that forms of ours have, so that what is sent is sometimes read. */
const NAMES = [
  'caseId',
  'version',
  'requestId',
  'reason',
  'note',
  'text',
  'story',
  'amount',
  'currency',
  'month',
  'year',
  'code',
  'number',
  'id',
  'until',
  'next',
  'pressed',
  'kind',
  'state',
  'chosen',
  'email',
  'password',
  'name',
  'origin',
  'scheme',
  'file',
  'token',
  'for',
  'language',
  'locale',
  'consent',
  'yes',
  'paidOn',
  'category',
  'payee',
  'items',
  'params',
  'before',
  'position',
]
const form = fc.array(fc.tuple(fc.oneof(fc.constantFrom(...NAMES), text), text), { maxLength: 14 })
/** One place of an address or of what a form was bound to says something else. */
const changed = fc.option(fc.tuple(fc.nat(7), text), { nil: null, freq: 2 })
const sent = fc.record({
  form,
  changed,
  body: text,
  type: fc.constantFrom('form', 'multipart/form-data; boundary=x', 'application/json', 'text/plain', ''),
})
type Sent = typeof sent extends fc.Arbitrary<infer S> ? S : never

let known: Known
const doors = findDoors()
beforeAll(async () => {
  known = await aWorldOfDoors()
  for (const door of doors) await import(/* @vite-ignore */ `../../${door.file}`)
}, 300_000)

/** What went wrong; null when nothing did: an answer, a redirect, or being turned away. */
async function failureOf(door: Door, { form: fields, changed: change, body, type }: Sent): Promise<string | null> {
  const handlers = (await import(/* @vite-ignore */ pathToFileURL(path.join(ROOT, door.file)).href)) as Record<
    string,
    (...given: readonly unknown[]) => Promise<unknown>
  >
  const data = new FormData()
  data.set('caseId', caseId(1))
  for (const [name, value] of fields) data.append(name, value)
  try {
    if (door.kind === 'action') {
      const given = argumentsOf(door, known, data).map((one, at) =>
        change?.[0] === at && typeof one === 'string' ? change[1] : one,
      )
      await handlers[door.name]?.(...given)
      return null
    }
    const params = Object.fromEntries(
      Object.entries(addressOf(door, known)).map(([name, value], at) => [name, change?.[0] === at ? change[1] : value]),
    )
    const isRead = ['GET', 'HEAD', 'OPTIONS'].includes(door.name)
    const query = new URLSearchParams(fields.map(([name, value]) => [name, value.replaceAll(/[\uD800-\uDFFF]/gu, '')]))
    const request = new Request(`${ORIGIN}/en/somewhere?${query}`, {
      method: door.name,
      headers: {
        host: 'localhost:3000',
        origin: ORIGIN,
        'sec-fetch-site': 'same-origin',
        ...(type === '' || type === 'form' ? {} : { 'content-type': type }),
      },
      ...(isRead ? {} : { body: type === 'form' ? data : body }),
    })
    const answer = await handlers[door.name]?.(request, { params: Promise.resolve(params) })
    return answer instanceof Response && answer.status >= 500 && answer.status !== 503
      ? `${answer.status} ${await answer.text()}`
      : null
  } catch (error) {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
    const isAnswer =
      digest.startsWith('NEXT_REDIRECT') || digest.startsWith('NEXT_HTTP_ERROR') || error instanceof SealBroken
    return isAnswer
      ? null
      : `${String(error).slice(0, 160)} ${
          (error instanceof Error ? (error.stack ?? '') : '')
            .split('\n')
            .find((line) => line.includes('/lib/') || line.includes('/app/'))
            ?.trim() ?? ''
        }`
  }
}

test('no route and no action fails, whatever is sent', async () => {
  const failures: string[] = []
  let calls = 0
  // The same every time in the suite: what is new is found in the long mode.
  let seed = 0
  for (const caller of LET_IN)
    for (const door of doors)
      for (const given of fc.sample(sent, { numRuns: RUNS, ...(IS_LONG ? {} : { seed: (seed += 1) }) })) {
        await enter(caller)
        const failure = await failureOf(door, given)
        calls += 1
        if (failure !== null)
          failures.push(`${caller.is} at ${door.key}: ${failure} ${JSON.stringify(given).slice(0, 200)}`)
      }
  expect(failures).toEqual([])
  expect(calls).toBe(LET_IN.length * doors.length * RUNS)
}, 3_600_000)
