import type { Pool } from 'pg'
import { grantStaff, type Grant } from '@/lib/access/grant'
import { countKpis, type MeasuredCases } from '@/lib/data/learning'
import { within, type Scoped } from '@/lib/data/within'
import { deskCounter, forgetDeskCounts } from '@/lib/usecases/learning/desk-counter'
import { readLearning } from '@/lib/usecases/learning/read-learning'
import { fillQueue } from './queue-fill'
import { fillLearning } from './learning-fill'
import { measure, type Timing } from './timing'

/** How many cases the measures are counted of, one after the other. */
export const LEARNING_CASES = [200_000, 1_000_000] as const
const RUNS = 20
const SEEN_RUNS = 200
const WARM_UPS = 1
/** Cases that change between two counts: a busy minute. */
const CHANGED = 100

export type LearningBench = {
  readonly cases: number
  readonly firstMs: number
  readonly againMs: number
  readonly timings: readonly (Timing & { readonly name: string })[]
}

/** The measures of the learning page as an administrator asks for them; nothing of the cases remains. */
export async function benchLearning(owner: Pool, cases: number): Promise<LearningBench> {
  const office = await fillQueue(owner, cases, `measured${cases}`)
  await fillLearning(owner, office.officeId)
  await owner.query('SELECT app.count_desk_anew()')
  forgetDeskCounts()
  const firstMs = await took(() => deskCounter().count())
  await owner.query('VACUUM ANALYZE')
  const actor = {
    kind: 'staff',
    id: office.supervisorId,
    officeId: office.officeId,
    role: 'administrator',
    displayName: '',
    locale: 'en',
  } as const
  const grant = grantStaff(actor, 'learning.read')
  if (!grant) throw new Error('an administrator reads the measures')
  const timings = []
  for (const [name, read] of questions(office.officeId)) {
    const timing = await measure(RUNS, 1, async (run) => void (await within(grant, (on) => read(on, run))), WARM_UPS)
    timings.push({ name, ...timing })
  }
  timings.push({ name: 'asked again', ...(await askedAgain(grant)) })
  const againMs = await countAgain(owner)
  await owner.query(
    'TRUNCATE cases, desk_change, desk_month, desk_count, desk_value, desk_organisation, desk_organisation_month CASCADE',
  )
  await owner.query(`UPDATE office SET code = code || '-' || $1 WHERE code LIKE 'learning_'`, [cases])
  return { cases, firstMs, againMs, timings }
}

type Question = readonly [name: string, read: (on: Scoped<'learning.read'>, run: number) => Promise<unknown>]

/** Months that differ from run to run. */
function questions(officeId: string): readonly Question[] {
  const whole = { from: null, to: null }
  const ask = (months: Pick<MeasuredCases, 'from' | 'to'>, office: string | null) => (on: Scoped<'learning.read'>) =>
    countKpis(on, { officeId: office, ...months }, new Date())
  const months = (run: number) => ({ from: monthAgo(6 + ((run * 7) % 60)), to: monthAgo(run % 6) })
  return [
    ['all offices', ask(whole, null)],
    ['all offices, some months', (on, run) => ask(months(run), null)(on)],
    ['one office', ask(whole, officeId)],
    ['one office, some months', (on, run) => ask(months(run), officeId)(on)],
  ]
}

function askedAgain(grant: Grant<'learning.read'>): Promise<Timing> {
  return measure(
    SEEN_RUNS,
    1,
    async () => void (await readLearning(grant, { from: null, to: null, office: null })),
    WARM_UPS,
  )
}

/** Milliseconds until cases that changed are in the figures. */
async function countAgain(owner: Pool): Promise<number> {
  await owner.query(
    `UPDATE cases SET first_reply_at = received_at + interval '3 hours' WHERE id IN (SELECT id FROM cases ORDER BY received_at DESC LIMIT $1)`,
    [CHANGED],
  )
  return took(() => deskCounter().count())
}

async function took(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

function monthAgo(months: number): string {
  const day = new Date()
  day.setUTCDate(15)
  day.setUTCMonth(day.getUTCMonth() - months)
  return day.toISOString().slice(0, 7)
}
