import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { countViews, listQueue, type QueuePage } from '@/lib/data/case-queue'
import { within } from '@/lib/data/within'
import type { QueueCursor, QueueRow } from '@/lib/domain/case-queue'
import type { QueueFilter } from '@/lib/domain/case-queue-filter'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import { aCase, aTakenCase } from '@/tests/support/cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'

const HOUR = 3_600_000

let officer: StaffActor
let colleague: StaffActor

beforeEach(async () => {
  await emptyDatabase()
  const office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  colleague = await aStaffMember(office, 'caseworker')
})

async function readAll(filter: QueueFilter, size: number): Promise<QueueRow[]> {
  const rows: QueueRow[] = []
  let after: QueueCursor | null = null
  do {
    const from: QueueCursor | null = after
    const page: QueuePage = await within(staffGrant(officer, 'case.list'), (on) => listQueue(on, filter, from, size))
    expect(page.rows.length).toBeLessThanOrEqual(size)
    rows.push(...page.rows)
    after = page.next
  } while (after !== null)
  return rows
}

/** Gives the cases the deadlines of a long-running office: some on the very same instant, some without any. */
async function spreadDeadlines(ids: readonly string[]): Promise<void> {
  const base = Date.UTC(2026, 10, 20)
  for (const [index, id] of ids.entries()) {
    const dueAt = index % 4 === 3 ? null : new Date(base + Math.floor(index / 3) * HOUR)
    await ownerPool().query('UPDATE cases SET next_due_at = $2 WHERE id = $1', [id, dueAt])
  }
}

describe('the queue', () => {
  it('puts what is due first on top and what has no date last, whatever the size of a page', async () => {
    const ids: string[] = []
    for (let index = 0; index < 12; index += 1) ids.push((await aCase()).id)
    await spreadDeadlines(ids)
    const whole = await readAll({ view: 'due' }, 50)
    const dates = whole.map((row) => row.nextDueAt?.getTime() ?? Number.POSITIVE_INFINITY)
    expect(dates).toEqual(dates.toSorted((a, b) => a - b))
    expect(dates.filter((date) => date === Number.POSITIVE_INFINITY)).toHaveLength(3)
    for (const size of [1, 2, 5])
      expect((await readAll({ view: 'due' }, size)).map((row) => row.id)).toEqual(whole.map((row) => row.id))
  })

  it('shows codes and sums and no word of the worker', async () => {
    await aCase()
    const [row] = await readAll({ view: 'due' }, 25)
    expect(row).toMatchObject({
      state: 'received',
      severity: 'medium',
      origin: 'VN',
      scheme: 'titp',
      language: 'vi',
      grievances: ['fees_debt'],
      feeLineCount: 1,
      assignee: null,
    })
    expect(
      JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
    ).not.toContain('hộ chiếu')
  })

  it('filters by what the address says, and finds a number in any state', async () => {
    const taken = await aTakenCase(officer, { grievances: ['violence'], origin: 'ID', scheme: 'ssw' })
    const free = await aCase()
    const numbers = async (filter: QueueFilter) => (await readAll(filter, 25)).map((row) => row.number)
    expect(await numbers({ view: 'mine' })).toEqual([taken.number])
    expect(await numbers({ view: 'free' })).toEqual([free.number])
    expect(await numbers({ view: 'due', severity: 'critical' })).toEqual([taken.number])
    expect(await numbers({ view: 'due', category: 'violence' })).toEqual([taken.number])
    expect(await numbers({ view: 'due', origin: 'VN' })).toEqual([free.number])
    expect(await numbers({ view: 'due', scheme: 'ssw', state: 'triage' })).toEqual([taken.number])
    expect(await numbers({ view: 'due', assigneeId: colleague.id })).toEqual([])
    await ownerPool().query(`UPDATE cases SET state = 'closed', next_due_at = NULL WHERE id = $1`, [free.id])
    expect(await numbers({ view: 'due' })).toEqual([taken.number])
    expect(await numbers({ view: 'closed' })).toEqual([free.number])
    expect(await numbers({ view: 'mine', number: free.number })).toEqual([free.number])
  })

  it('counts each view, and stops counting at a thousand', async () => {
    await aTakenCase(officer)
    const one = await aCase()
    const at = new Date()
    const grant = staffGrant(officer, 'case.list')
    expect(await within(grant, (on) => countViews(on, at))).toEqual({
      due: 2,
      mine: 1,
      free: 1,
      fees: 0,
      worker: 0,
      closed: 0,
    })
    await ownerPool().query(
      `INSERT INTO cases (id, number, office_id, submission_id, state, severity, channel, language, received_at, state_changed_at)
       SELECT gen_random_uuid(), 'N' || i, office_id, gen_random_uuid(), 'closed', 'low', 'web', 'vi', now(), now() FROM cases, generate_series(1, 1200) AS i WHERE id = $1`,
      [one.id],
    )
    expect((await within(grant, (on) => countViews(on, at))).closed).toBe(1_001)
  })
})
