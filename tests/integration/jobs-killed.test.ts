import { spawn, type ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeAll, expect, inject, test } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import type { StaffActor } from '@/lib/access/grant'
import { aStaffMember, anOffice } from '../support/builders'
import { aTakenCase } from '../support/cases'
import { appUrl, ownerPool, ownerUrl } from '../support/database'

const DEADLINES = 240
const SECOND = 1000
const keys = inject('databaseServer')

const children = new Set<ChildProcess>()
afterEach(() => children.forEach((child) => child.kill('SIGKILL')))

/** A process of its own that works on the queue of this test's database, as the server does. */
function startJobsProcess(): ChildProcess {
  const args = ['--conditions=react-server', '--import', 'tsx', 'tests/support/jobs-child.ts']
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      APP_DATABASE_URL: appUrl,
      AUTH_SECRET: keys.authSecret,
      ENCRYPTION_KEY: keys.encryptionKey,
      LOG_LEVEL: 'error',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  children.add(child)
  return child
}

async function count(sql: string): Promise<number> {
  const { rows } = await ownerPool().query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`)
  return rows[0]?.n ?? 0
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 90 * SECOND
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('it did not happen')
    await pause(20)
  }
}

let officer: StaffActor
let supervisor: StaffActor
beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  const office = await anOffice('helpdesk', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  supervisor = await aStaffMember(office, 'supervisor')
  const { id } = await aTakenCase(officer)
  await ownerPool().query('UPDATE deadline SET remind_at = NULL')
  await ownerPool().query('DELETE FROM notice')
  await ownerPool().query(
    `INSERT INTO deadline (id, case_id, kind, subject_id, owner_kind, due_at, created_at)
     SELECT gen_random_uuid(), $1, 'task', gen_random_uuid(), 'officer', now() - interval '1 hour', now() - interval '9 days' FROM generate_series(1, ${DEADLINES})`,
    [id],
  )
  // Slow enough that a process can be killed in the middle of it, and in the middle of a transaction.
  await ownerPool()
    .query(`CREATE FUNCTION public.slowly() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.004); RETURN NEW; END $$;
    CREATE TRIGGER notice_slowly BEFORE INSERT ON notice FOR EACH ROW EXECUTE FUNCTION public.slowly()`)
})

test(
  'a process that is killed in the middle of its reminders loses none and tells nothing twice',
  async () => {
    const first = startJobsProcess()
    await until(async () => (await count('notice')) >= 100)
    first.kill('SIGKILL')
    await until(async () => (await count(`pg_stat_activity WHERE application_name = 'fair-passage-jobs'`)) === 0)

    const half = await count('notice')
    expect(half).toBeGreaterThan(0)
    expect(half).toBeLessThan(2 * DEADLINES)
    // What was told is what was noted as told, and the queue knows of a job that began and never ended.
    expect(await count("deadline WHERE remind_at IS NULL AND kind = 'task'")).toBe(half / 2)
    expect(await count(`jobs.job WHERE name = 'reminders' AND state = 'active'`)).toBe(1)

    // Two at once finish it.
    startJobsProcess()
    startJobsProcess()
    await until(async () => (await count('deadline WHERE remind_at IS NOT NULL')) === 0)
    await until(async () => (await count(`jobs.job WHERE name = 'reminders' AND state = 'completed'`)) >= 1)

    const { rows } = await ownerPool().query<{ staff_id: string; n: number; keys: number }>(
      `SELECT staff_id, count(*)::int AS n, count(DISTINCT key)::int AS keys FROM notice WHERE kind = 'deadline_overdue' GROUP BY 1`,
    )
    const each = [officer, supervisor].map(({ id }) => ({ staff_id: id, n: DEADLINES, keys: DEADLINES }))
    expect(rows).toHaveLength(2)
    expect(rows).toEqual(expect.arrayContaining(each))
    expect(await count(`audit_event WHERE action = 'deadline.escalated'`)).toBe(DEADLINES)
  },
  240 * SECOND,
)
