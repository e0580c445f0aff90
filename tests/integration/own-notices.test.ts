import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { NOTICE_KINDS } from '@/lib/domain/notices'
import { markRead } from '@/lib/usecases/notices/mark-read'
import { changeNoticeSettings, readNoticeSettings } from '@/lib/usecases/notices/notice-settings'
import { readNotices } from '@/lib/usecases/notices/read-notices'
import { readCase } from '@/lib/usecases/read-case'
import { writeOwnMessage } from '@/lib/usecases/write-own-message'
import { grantOpen } from '@/lib/access/grant'
import { aStaffMember, anOffice, staffGrant } from '../support/builders'
import { aCase, aTakenCase, type StoredCase } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'

let officer: StaffActor
let supervisor: StaffActor
let held: StoredCase
beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  const office = await anOffice('helpdesk', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  supervisor = await aStaffMember(office, 'supervisor')
  held = await aTakenCase(officer)
})
beforeEach(async () => {
  await ownerPool().query('DELETE FROM notice')
})

const own = (who = officer) => staffGrant(who, 'notice.own')
async function notices(count: number, isRead = false): Promise<void> {
  await ownerPool().query(
    `INSERT INTO notice (id, staff_id, case_id, kind, key, in_app, by_mail, created_at, read_at)
     SELECT gen_random_uuid(), $1, $2, 'worker_wrote', $4::text || n, true, true, now() - make_interval(mins => n / 2), CASE WHEN $4::boolean THEN now() END FROM generate_series(1, $3::int) n`,
    [officer.id, held.id, count, isRead],
  )
}

test('pages go through all of them once, unread first, the newest first', async () => {
  await notices(7, true)
  await notices(8)
  const seen: { id: string; readAt: Date | null; createdAt: Date }[] = []
  let after: Awaited<ReturnType<typeof readNotices>>['next'] = null
  do {
    const page: Awaited<ReturnType<typeof readNotices>> = await readNotices(own(), after, 4)
    expect(page.unread).toBe(8)
    seen.push(...page.rows)
    after = page.next
  } while (after !== null)
  expect(new Set(seen.map(({ id }) => id)).size).toBe(15)
  expect(seen.map(({ readAt }) => readAt === null)).toEqual([...Array(8).fill(true), ...Array(7).fill(false)])
  for (const part of [seen.slice(0, 8), seen.slice(8)]) {
    const times = part.map(({ createdAt }) => createdAt.getTime())
    expect(times).toEqual(times.toSorted((a, b) => b - a))
  }
})

test('one is marked as read, or all that were there; what came since is not', async () => {
  await notices(3)
  const { rows } = await readNotices(own(), null, 10)
  const first = rows[0]?.id ?? ''
  await markRead(own(), { id: first })
  await markRead(own(supervisor), { until: new Date() })
  expect((await readNotices(own(), null, 10)).unread).toBe(2)
  const until = rows[1]?.createdAt ?? new Date(0)
  await markRead(own(), { until: new Date(until.getTime() - 1) })
  expect((await readNotices(own(), null, 10)).unread).toBeGreaterThan(0)
  await markRead(own(), { until: new Date() })
  expect((await readNotices(own(), null, 10)).unread).toBe(0)
})

test('a worker writes: who holds the case is told in the same moment, and has seen it by opening the case', async () => {
  const worker = grantOpen({ kind: 'worker', caseId: held.id }, 'own_case.write')
  const message = { requestId: crypto.randomUUID(), text: 'Xin chào', language: 'vi' }
  await writeOwnMessage(worker, message)
  await writeOwnMessage(worker, message)
  const { rows } = await readNotices(own(), null, 10)
  expect(rows.map(({ kind, place }) => ({ kind, place }))).toEqual([
    { kind: 'worker_wrote', place: { kind: 'case', number: held.number } },
  ])
  await readCase(staffGrant(officer, 'case.read'), held.number)
  expect((await readNotices(own(), null, 10)).unread).toBe(0)
})

test('a report is told to supervisors; one of danger to everybody', async () => {
  await aCase()
  expect((await readNotices(own(supervisor), null, 10)).rows.map(({ kind }) => kind)).toEqual(['new_report'])
  expect((await readNotices(own(), null, 10)).unread).toBe(0)
  await aCase({ grievances: ['threats'], dangers: ['in_danger_now'] })
  expect((await readNotices(own(), null, 10)).rows.map(({ kind }) => kind)).toEqual(['critical_report'])
})

test('what is put aside is not listed from then on, except danger; two windows do not overwrite each other', async () => {
  expect(await readNoticeSettings(own())).toMatchObject({ appOff: [], mailOff: [], quiet: null, version: 0 })
  const choice = {
    inApp: [],
    byMail: [...NOTICE_KINDS],
    quiet: { from: 1320, to: 420 },
    timeZone: 'Asia/Tokyo',
    version: 0,
  }
  expect((await changeNoticeSettings(own(), choice)).ok).toBe(true)
  expect(await changeNoticeSettings(own(), choice)).toEqual({ ok: false, error: { code: 'changed_meanwhile' } })
  const kept = await readNoticeSettings(own())
  expect(kept).toMatchObject({ mailOff: [], quiet: choice.quiet, version: 1 })
  expect(kept.appOff).toContain('worker_wrote')
  expect(kept.appOff).not.toContain('critical_report')
  expect((await changeNoticeSettings(own(), { ...choice, quiet: null, version: 1 })).ok).toBe(true)
  expect((await readNoticeSettings(own(supervisor))).version).toBe(0)
})

test('what an erased case told is gone from the list', async () => {
  await notices(2)
  await ownerPool().query('UPDATE cases SET erased_at = now() WHERE id = $1', [held.id])
  try {
    expect(await readNotices(own(), null, 10)).toEqual({ rows: [], next: null, unread: 0 })
  } finally {
    await ownerPool().query('UPDATE cases SET erased_at = NULL WHERE id = $1', [held.id])
  }
})
