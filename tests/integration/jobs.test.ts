import { randomUUID } from 'node:crypto'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { installQueue } from '@/lib/queue/install'
import { startBoss, stopBoss } from '@/lib/queue/boss'
import { readJobs } from '@/lib/usecases/jobs/read-jobs'
import { retryJob } from '@/lib/usecases/jobs/retry-job'
import { JOB_KINDS } from '@/lib/domain/jobs'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { appUrl, ownerPool, ownerUrl } from '../support/database'

let supervisor: StaffActor
beforeAll(async () => {
  supervisor = await aStaffMember(await anOffice('helpdesk'), 'supervisor')
  await startBoss()
})
beforeEach(async () => {
  await ownerPool().query('DELETE FROM jobs.job')
})
afterAll(() => stopBoss(1000))

async function aRun(name: string, state: string, output: object | null, minutesAgo = 1): Promise<string> {
  const id = randomUUID()
  await ownerPool().query(
    `INSERT INTO jobs.job (id, name, state, output, created_on, started_on, completed_on, retry_limit)
     VALUES ($1, $2, $3::jobs.job_state, $4, now() - make_interval(mins => $5), now() - make_interval(mins => $5), now() - make_interval(mins => $5) + interval '2 seconds', 0)`,
    [id, name, state, output, minutesAgo],
  )
  return id
}
const read = () => readJobs(staffGrant(supervisor, 'job.read'))

test('every job has a queue, made by the owner, and installing again changes nothing', async () => {
  await installQueue(ownerUrl)
  const { schedules } = await read()
  expect(schedules.map(({ kind }) => kind)).toEqual(JOB_KINDS)
  expect(schedules.every(({ lastSuccessAt }) => lastSuccessAt === null)).toBe(true)
})

test('the application fills the queue and may not change what it is', async () => {
  const boss = new PgBoss({
    connectionString: appUrl,
    schema: 'jobs',
    migrate: false,
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => undefined)
  await boss.start()
  await expect(boss.getDb().executeSql('ALTER TABLE jobs.job ADD COLUMN more text')).rejects.toThrow('must be owner')
  await expect(boss.getDb().executeSql('CREATE TABLE jobs.more (id int)')).rejects.toThrow('permission denied')
  await boss.stop({ graceful: false })
})

test('shows the last success of each, how long it took, what failed and what waits', async () => {
  await aRun('reminders', 'completed', { done: 7 }, 5)
  await aRun('reminders', 'completed', { done: 0 }, 2)
  await aRun('mail', 'failed', {
    code: 'mail_not_delivered',
    reference: 'ab12cd34',
    message: 'mail_not_delivered',
    stack: '',
  })
  await aRun('sweep', 'created', null)
  const { schedules, runs } = await read()
  const of = (kind: string) => schedules.find((one) => one.kind === kind)
  expect(of('reminders')).toMatchObject({ lastDone: 0, lastDurationMs: 2000, standing: 'on_time', failed: 0 })
  expect(of('mail')).toMatchObject({ lastSuccessAt: null, failed: 1 })
  expect(of('sweep')).toMatchObject({ waiting: 1 })
  expect(runs).toHaveLength(2)
  expect(runs[0]).toMatchObject({ kind: 'mail', state: 'failed', code: 'mail_not_delivered', reference: 'ab12cd34' })
  expect(runs[1]).toMatchObject({ kind: 'reminders', state: 'completed', done: 7 })
})

test('a schedule whose last success is too long ago is late', async () => {
  await aRun('reminders', 'completed', { done: 1 }, 11)
  expect((await read()).schedules.find(({ kind }) => kind === 'reminders')?.standing).toBe('late')
})

test('the words of an error are never shown, whoever wrote them into the queue', async () => {
  await aRun('fees', 'failed', { message: 'Failing row contains (Nguyễn Văn A, 090-1234-5678).' })
  const { runs } = await read()
  expect(runs[0]?.code).toBe('other')
  expect(JSON.stringify(runs)).not.toContain('Nguyễn')
})

test('a failed job is tried again once; one that did not fail is not', async () => {
  const id = await aRun('sweep', 'failed', { code: 'other' })
  expect(await retryJob(staffGrant(supervisor, 'job.retry'), id)).toEqual({ ok: true, value: undefined })
  const { rows } = await ownerPool().query('SELECT state FROM jobs.job WHERE id = $1', [id])
  expect(rows).toEqual([{ state: 'retry' }])
  expect((await retryJob(staffGrant(supervisor, 'job.retry'), id)).ok).toBe(false)
  expect((await retryJob(staffGrant(supervisor, 'job.retry'), randomUUID())).ok).toBe(false)
  const { rows: events } = await ownerPool().query(`SELECT detail FROM audit_event WHERE action = 'job.retried'`)
  expect(events).toEqual([{ detail: { kind: 'sweep' } }])
})
