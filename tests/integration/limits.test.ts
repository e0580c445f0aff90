import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import { PUZZLES, type Challenge, type Proof } from '@/lib/domain/challenge'
import { FLOW_LIMITS, flowWindow } from '@/lib/domain/flow-limits'
import { withClock } from '@/lib/platform/clock'
import { beginsWithZeros } from '@/lib/phone/sha256'
import { mayGo } from '@/lib/usecases/abuse/may-go'
import { takeTurn } from '@/lib/usecases/abuse/take-turn'
import { mayBeginFile } from '@/lib/usecases/files/count-file'
import { sweep } from '@/lib/usecases/sweep'
import { ownerPool } from '../support/database'

const NOON = new Date('2026-11-21T03:01:00Z')
const door = doorGrantForAuth()
const at = <T>(when: Date, work: () => Promise<T>) => withClock(() => when, work)
const secondsAfter = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000)

beforeEach(async () => {
  await ownerPool().query('DELETE FROM throttle')
  await ownerPool().query('DELETE FROM flow')
})

async function flood(name: 'draft' | 'report'): Promise<void> {
  await ownerPool().query('INSERT INTO flow (name, window_start, passed) VALUES ($1, $2, $3)', [
    name,
    flowWindow(name, NOON).start,
    FLOW_LIMITS[name].whole,
  ])
}

const flowOf = async (name: string) =>
  (await ownerPool().query('SELECT passed, held, solved, waited FROM flow WHERE name = $1', [name])).rows[0]

/** As the phone does it (lib/phone/work.ts). */
function solve({ token, seed, bits }: Challenge): Proof {
  const numbers = Array.from({ length: PUZZLES }, (_, puzzle) => {
    for (let number = 0; ; number += 1) if (beginsWithZeros(`${seed}.${puzzle}.${number}`, bits)) return number
  })
  return { token, solution: numbers.join('.') }
}

const report = (
  more: { proof?: Proof | null; isUrgent?: boolean; boundTo?: string; network?: string } = {},
  when = NOON,
) =>
  at(when, () =>
    takeTurn(door, { name: 'report', network: '', boundTo: 'mine', isUrgent: false, proof: null, ...more }),
  )

async function challengeOf(...asked: Parameters<typeof report>): Promise<Challenge> {
  const answer = await report(...asked)
  if (answer.ok) throw new Error('not held')
  return answer.error.challenge
}

describe('a limit', () => {
  test('gives its last place once, however many connections ask at the same moment', async () => {
    const network = randomUUID()
    const most = FLOW_LIMITS.comment.network
    const asked = Array.from({ length: most + 20 }, () => at(NOON, () => mayGo(door, 'comment', network)))
    expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(most)
    expect(await flowOf('comment')).toMatchObject({ passed: most, held: 20 })
    expect(await at(NOON, () => mayGo(door, 'comment', randomUUID()))).toBe(true)
  })

  test('of the whole installation holds too, and takes no place from the network', async () => {
    const network = randomUUID()
    await flood('report')
    expect((await report({ network })).ok).toBe(false)
    const { rows } = await ownerPool().query('SELECT count FROM throttle')
    expect(rows).toEqual([{ count: 0 }])
  })

  test('of a day is not forgotten before the day ends', async () => {
    const morning = new Date('2026-11-21T00:30:00Z')
    const large = 25 * 1024 * 1024
    for (let file = 0; file < 80; file += 1)
      expect(await at(morning, () => mayBeginFile(door, 'one', large))).toBe(true)
    expect(await at(morning, () => mayBeginFile(door, 'one', large))).toBe(false)
    const later = new Date('2026-11-21T09:00:00Z')
    await at(later, sweep)
    expect(await at(later, () => mayBeginFile(door, 'one', large))).toBe(false)
    const nextDay = new Date('2026-11-22T02:00:00Z')
    await at(nextDay, sweep)
    expect((await ownerPool().query('SELECT 1 FROM throttle')).rows).toEqual([])
    expect(await at(nextDay, () => mayBeginFile(door, 'one', large))).toBe(true)
  })

  test('where networks cannot be told apart is that of all alone', async () => {
    for (let n = 0; n <= FLOW_LIMITS.comment.network; n += 1)
      expect(await at(NOON, () => mayGo(door, 'comment', ''))).toBe(true)
    expect((await ownerPool().query('SELECT 1 FROM throttle')).rows).toEqual([])
  })
})

describe('beyond a limit', () => {
  test('work lets one report through, once, in whichever process', async () => {
    await flood('report')
    const proof = solve(await challengeOf())
    const both = await Promise.all([report({ proof }), report({ proof })])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await report({ proof })).ok).toBe(false)
    expect(await flowOf('report')).toMatchObject({ passed: FLOW_LIMITS.report.whole, solved: 1 })
  })

  test('waiting lets it through as well, not before its time, and the time already waited counts', async () => {
    await flood('report')
    const challenge = await challengeOf()
    const proof = { token: challenge.token, solution: '' }
    const early = await challengeOf({ proof }, secondsAfter(challenge.seconds - 4))
    expect(early).toMatchObject({ token: challenge.token, seconds: 4 })
    expect((await report({ proof }, secondsAfter(challenge.seconds))).ok).toBe(true)
    expect(await flowOf('report')).toMatchObject({ waited: 1 })
  })

  test('a challenge helps only whom and what it was given for, and not for ever', async () => {
    await flood('report')
    await flood('draft')
    const challenge = await challengeOf()
    const proof = solve(challenge)
    expect((await report({ proof, boundTo: 'theirs' })).ok).toBe(false)
    const asDraft = { name: 'draft', network: '', boundTo: 'mine', isUrgent: false, proof } as const
    expect((await at(NOON, () => takeTurn(door, asDraft))).ok).toBe(false)
    expect((await report({ proof: { ...proof, token: `${proof.token}x` } })).ok).toBe(false)
    expect((await report({ proof: { token: 'no.token', solution: '' } })).ok).toBe(false)
    await ownerPool().query('UPDATE flow SET window_start = window_start + $1::interval', ['45 minutes'])
    expect((await report({ proof }, secondsAfter(46 * 60))).ok).toBe(false)
  })

  test('a life in danger waits a few seconds, however large the flood', async () => {
    await flood('report')
    await ownerPool().query('UPDATE flow SET held = 100000')
    expect((await challengeOf()).seconds).toBe(120)
    const urgent = await challengeOf({ isUrgent: true })
    expect(urgent.seconds).toBe(5)
    expect((await report({ isUrgent: true, proof: { token: urgent.token, solution: '' } }, secondsAfter(5))).ok).toBe(
      true,
    )
  })
})
