import type { Pool } from 'pg'
import { grantStaff } from '@/lib/access/grant'
import { countKpis, countOtherOffices } from '@/lib/data/learning'
import { within, type Scoped } from '@/lib/data/within'
import { fillQueue } from './queue-fill'
import { fillLearning } from './learning-fill'
import { measure, type Timing } from './timing'

export const LEARNING_CASES = 200_000
const RUNS = 5
const WARM_UPS = 1

export type LearningBench = {
  readonly cases: number
  readonly timings: readonly (Timing & { readonly name: string })[]
}

/** The measures of the learning page as an administrator asks for them; nothing of the cases remains. */
export async function benchLearning(owner: Pool, cases = LEARNING_CASES): Promise<LearningBench> {
  const office = await fillQueue(owner, cases, 'learning')
  await fillLearning(owner, office.officeId)
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
  const whole = { fromAt: null, toAt: null }
  const year = { fromAt: new Date(Date.now() - 365 * 86_400_000), toAt: null }
  const lines: readonly (readonly [string, (on: Scoped<'learning.read'>) => Promise<unknown>])[] = [
    ['all offices', (on) => countKpis(on, { officeId: null, ...whole }, new Date())],
    ['all offices, one year', (on) => countKpis(on, { officeId: null, ...year }, new Date())],
    ['one office', (on) => countKpis(on, { officeId: office.officeId, ...whole }, new Date())],
    [
      'every other office by itself',
      (on) => countOtherOffices(on, { officeId: office.officeId, ...whole }, new Date()),
    ],
  ]
  const timings = []
  for (const [name, read] of lines) {
    const timing = await measure(RUNS, 1, async () => void (await within(grant, read)), WARM_UPS)
    timings.push({ name, ...timing })
  }
  await owner.query('TRUNCATE cases CASCADE')
  return { cases, timings }
}
