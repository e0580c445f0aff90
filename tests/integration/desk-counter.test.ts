import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { deskCounter, forgetDeskCounts } from '@/lib/usecases/learning/desk-counter'
import { countDesk } from '@/lib/usecases/learning/count-desk'
import { readLearning } from '@/lib/usecases/learning/read-learning'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { addCountedCases } from '../support/counted-cases'
import { ownerPool } from '../support/database'

const ALL = { from: null, to: null, office: null }
let office: string
let supervisor: StaffActor

beforeAll(async () => {
  office = await anOffice('clock', { isDefaultIntake: true })
  supervisor = await aStaffMember(office, 'supervisor')
  await addCountedCases(office, 6, { paid_answer: 'no' })
})
beforeEach(forgetDeskCounts)
afterEach(() => {
  vi.restoreAllMocks()
})

/** Moves the clock of this process that ages are measured with. */
function later(seconds: number) {
  const at = performance.now() + seconds * 1_000
  vi.spyOn(performance, 'now').mockReturnValue(at)
}

/** Does something while another process counts. */
async function whileOthersCount(work: () => Promise<void>): Promise<void> {
  const other = await ownerPool().connect()
  await other.query(`SELECT pg_advisory_lock(hashtext('desk_count'))`)
  try {
    await work()
  } finally {
    await other.query(`SELECT pg_advisory_unlock(hashtext('desk_count'))`)
    other.release()
  }
}

async function reports(): Promise<number | null | undefined> {
  const learning = await readLearning(staffGrant(supervisor, 'learning.read'), ALL)
  if ('waiting' in learning) throw new Error('not counted in time')
  const [value] = learning.kpis.find(({ kpi }) => kpi.code === 'zero_fee_share')?.values ?? []
  return value?.held === false ? value.base : null
}

it('counts only what changed, once', async () => {
  expect(await countDesk()).toBeGreaterThan(0)
  expect(await countDesk()).toBe(0)
  await ownerPool().query(`UPDATE cases SET unread_from_worker = 1`)
  expect(await countDesk()).toBe(0)
  await ownerPool().query(`UPDATE cases SET paid_answer = 'yes' WHERE office_id = $1`, [office])
  expect(await countDesk()).toBe(1)
})

it('gives an answer again for most of a minute, and then the new one', async () => {
  expect(await reports()).toBe(6)
  await addCountedCases(office, 5, { paid_answer: 'no' })
  expect(await reports()).toBe(6)
  later(51)
  expect(await reports()).toBe(11)
})

it('does not let a page wait for a count while the last one is young enough', async () => {
  const { asOf } = await deskCounter().count()
  later(30)
  let background: Promise<unknown> = Promise.resolve()
  await whileOthersCount(async () => {
    const counted = await deskCounter().refresh({ staleMs: 40_000, patienceMs: 60_000 })
    expect(counted?.asOf).toEqual(asOf)
    background = deskCounter().count()
  })
  await background
})

it('says that it is still counting instead of giving what is too old', async () => {
  await deskCounter().count()
  later(50)
  let background: Promise<unknown> = Promise.resolve()
  await whileOthersCount(async () => {
    expect(await deskCounter().refresh({ staleMs: 40_000, patienceMs: 30 })).toBeNull()
    background = deskCounter().count()
  })
  await background
  expect(await deskCounter().refresh({ staleMs: 40_000, patienceMs: 30 })).not.toBeNull()
})
