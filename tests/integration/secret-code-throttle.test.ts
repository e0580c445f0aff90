import { randomBytes, randomUUID } from 'node:crypto'
import type * as timers from 'node:timers/promises'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import { FREE_TRIES, LONGEST_DELAY_MS, slowingDelayMs, WINDOW_MINUTES } from '@/lib/domain/slowing'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { SECRET_CODE_BYTES, secretCodeFrom } from '@/lib/domain/secret-code'
import { withClock } from '@/lib/platform/clock'
import { openCaseSchema } from '@/lib/schemas/track/open-case'
import { MAX_WAITING_PER_NETWORK, openOwnCase } from '@/lib/usecases/open-own-case'
import { submitReport } from '@/lib/usecases/submit-report'
import { anOffice, aReport, reporterGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'

// The clock of the delays: each is noted and ends at once, or, while held, when the test says so.
const clock = vi.hoisted(() => ({ waits: [] as number[], held: null as (() => void)[] | null }))
vi.mock('node:timers/promises', async (original) => ({
  ...(await original<typeof timers>()),
  setTimeout: (ms: number) => {
    clock.waits.push(ms)
    return clock.held === null ? Promise.resolve() : new Promise<void>((resolve) => clock.held?.push(resolve))
  },
}))

const NOON = new Date('2026-11-21T03:01:00Z')
let code: string

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
  const sent = await submitReport(reporterGrant(), { answers: aReport(), locale: 'vi', channel: 'web', token: null })
  code = sent.ok ? sent.value.code : ''
})

beforeEach(() => {
  clock.waits = []
  clock.held = null
})

const aWrongCode = () => secretCodeFrom(randomBytes(SECRET_CODE_BYTES))
const at = (network: string, typed: string, when = NOON) =>
  withClock(
    () => when,
    () => openOwnCase(doorGrantForAuth(), { code: typed, network, formerToken: undefined }),
  )

async function wrongTries(network: string, count: number, when = NOON): Promise<void> {
  for (let n = 0; n < count; n += 1) await at(network, aWrongCode(), when)
  clock.waits = []
}

/** The delay of the next try of this network. */
async function delayOf(network: string, typed: string, when = NOON): Promise<number> {
  clock.waits = []
  await at(network, typed, when)
  return clock.waits[0] ?? 0
}

describe('trying codes', () => {
  test('the first slips cost nothing', async () => {
    const network = randomUUID()
    await wrongTries(network, FREE_TRIES - 1)
    expect(await delayOf(network, aWrongCode())).toBe(0)
  })

  test('after them every try waits, the right code as long as a wrong one', async () => {
    const [one, other] = [randomUUID(), randomUUID()]
    await wrongTries(one, FREE_TRIES + 2)
    await wrongTries(other, FREE_TRIES + 2)
    const expected = slowingDelayMs(FREE_TRIES + 2)
    expect(await delayOf(one, aWrongCode())).toBe(expected)
    expect(await delayOf(other, code)).toBe(expected)
  })

  test('a dormitory behind one address is slowed, never locked out', async () => {
    const network = randomUUID()
    await wrongTries(network, 40)
    expect((await at(network, code)).ok).toBe(true)
    expect(clock.waits).toEqual([LONGEST_DELAY_MS])
  })

  test('another network does not wait for it', async () => {
    const network = randomUUID()
    await wrongTries(network, 20)
    expect(await delayOf(randomUUID(), code)).toBe(0)
  })

  test('the next window starts anew', async () => {
    const network = randomUUID()
    await wrongTries(network, 20)
    expect(await delayOf(network, code, new Date(NOON.getTime() + WINDOW_MINUTES * 60_000))).toBe(0)
  })

  test('a right code is no wrong try', async () => {
    const network = randomUUID()
    for (let n = 0; n < FREE_TRIES + 3; n += 1) expect((await at(network, code)).ok).toBe(true)
    expect(clock.waits).toEqual([])
  })

  test('beyond those that may wait at once the answer comes at once, and nothing is looked up or counted', async () => {
    const network = randomUUID()
    await wrongTries(network, FREE_TRIES)
    const held: (() => void)[] = []
    clock.held = held
    const many = Array.from({ length: MAX_WAITING_PER_NETWORK }, () => at(network, aWrongCode()))
    await vi.waitFor(() => expect(held).toHaveLength(MAX_WAITING_PER_NETWORK), { timeout: 20_000 })
    const before = await counts()
    expect(await at(network, code)).toMatchObject({ ok: false, error: { code: 'held' } })
    expect(await counts()).toEqual(before)
    clock.held = null
    held.forEach((end) => end())
    await Promise.all(many)
    expect((await at(network, code, new Date(NOON.getTime() + LONGEST_DELAY_MS))).ok).toBe(true)
  })

  test('the places to wait in are of the network and not of a process: an empty room elsewhere gives no more of them', async () => {
    const network = randomUUID()
    await wrongTries(network, FREE_TRIES)
    // One after the other, so that nobody waits in this process when the next one comes.
    for (let place = 0; place < MAX_WAITING_PER_NETWORK; place += 1)
      expect(await at(network, aWrongCode())).toMatchObject({ error: { code: 'code_unknown' } })
    expect(await at(network, code)).toMatchObject({ ok: false, error: { code: 'held' } })
    expect((await at(randomUUID(), code)).ok).toBe(true)
    expect((await at(network, code, new Date(NOON.getTime() + LONGEST_DELAY_MS))).ok).toBe(true)
  })

  test('no address is stored, and the same address has another name the next day', async () => {
    const network = '203.0.113.77'
    await wrongTries(network, 1)
    await wrongTries(network, 1, new Date(NOON.getTime() + 86_400_000))
    const { rows } = await ownerPool().query<{ text: string; bucket: string }>(
      `SELECT row_to_json(t)::text AS text, encode(bucket_hash, 'hex') AS bucket FROM throttle t WHERE extract(epoch FROM window_start)::int % 900 = 0`,
    )
    expect(rows.map(({ text }) => text).join()).not.toContain('203.0.113')
    expect(rows.map(({ text }) => text).join()).not.toContain(Buffer.from(network).toString('hex'))
    expect(new Set(rows.map(({ bucket }) => bucket)).size).toBe(rows.length)
  })
})

describe('a code with a slip', () => {
  const parse = (typed: string) => openCaseSchema.safeParse({ code: typed }).error?.issues[0]?.message ?? 'fits'

  test('is found without asking the database', () => {
    const last = Number(code.at(-1))
    expect(parse(`${code.slice(0, -1)}${(last + 1) % 10}`)).toBe('errors.code_slip')
    expect(parse(code.slice(0, -1))).toBe('errors.code_length')
    expect(parse(`${code}x`)).toBe('errors.code_not_digits')
    expect(parse(' ')).toBe('errors.code_required')
  })

  test.each([
    ['groups with blanks', (text: string) => text.replace(/(...)/g, '$1 ')],
    ['dashes', (text: string) => text.replace(/(...)/g, '$1-')],
    [
      'full-width digits',
      (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    ],
    ['Burmese digits', (text: string) => text.replace(/\d/g, (digit) => String.fromCodePoint(0x1040 + Number(digit)))],
    ['a right-to-left mark', (text: string) => `\u200f${text}`],
  ])('is not one because of %s', (_name, typed) => {
    expect(openCaseSchema.parse({ code: typed(code) })).toEqual({ code })
  })
})

async function counts(): Promise<unknown> {
  return (
    await ownerPool().query(
      `SELECT sum(count)::int AS tries, (SELECT count(*)::int FROM worker_session) AS sessions FROM throttle WHERE extract(epoch FROM window_start)::int % 900 = 0`,
    )
  ).rows[0]
}
