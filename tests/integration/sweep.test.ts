import { beforeAll, expect, test } from 'vitest'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { grantOpen } from '@/lib/access/grant'
import { insertDraft } from '@/lib/data/drafts'
import { within } from '@/lib/data/within'
import { withClock } from '@/lib/platform/clock'
import { hashToken, newToken } from '@/lib/platform/token'
import { submitReport } from '@/lib/usecases/submit-report'
import { openOwnCase } from '@/lib/usecases/open-own-case'
import { sweep } from '@/lib/usecases/sweep'
import { anOffice, aReport, reporterGrant } from '../support/builders'
import { ownerPool, ownerUrl } from '../support/database'

const sentAt = new Date('2026-10-01T09:00:00Z')
const daysLater = (days: number) => new Date(sentAt.getTime() + days * 86_400_000)

let officeId = ''
beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officeId = await anOffice('helpdesk', { isDefaultIntake: true })
})

const send = (consents: ('keep_complaint' | 'statistics')[]) =>
  withClock(
    () => sentAt,
    () => submitReport(reporterGrant(), { answers: aReport({ consents }), locale: 'vi', channel: 'web', token: null }),
  )
const sweepAt = (at: Date) => withClock(() => at, sweep)

test('a case that the worker did not agree to keep is erased after thirty days, and only that one', async () => {
  const [kept, unkept] = [await send(['keep_complaint', 'statistics']), await send(['statistics'])]
  if (!kept.ok || !unkept.ok) throw new Error('not sent')
  await ownerPool().query('UPDATE case_party SET name_key = $1', [Buffer.from('a name')])
  expect((await sweepAt(daysLater(29))).erasedCases).toBe(0)
  expect((await sweepAt(daysLater(30))).erasedCases).toBe(1)
  expect((await sweepAt(daysLater(31))).erasedCases).toBe(0)

  const parties = await ownerPool().query(
    'SELECT DISTINCT c.number, p.name_key IS NULL AS gone FROM case_party p JOIN cases c ON c.id = p.case_id',
  )
  expect(parties.rows).toHaveLength(2)
  expect(parties.rows).toEqual(
    expect.arrayContaining([
      { number: kept.value.number, gone: false },
      { number: unkept.value.number, gone: true },
    ]),
  )

  const { rows } = await ownerPool().query(
    'SELECT number, erased_at, code_hash, in_statistics, (SELECT count(*)::int FROM case_key k WHERE k.case_id = c.id) AS keys FROM cases c',
  )
  expect(rows.find((row) => row.number === unkept.value.number)).toMatchObject({
    erased_at: daysLater(30),
    code_hash: null,
    in_statistics: false,
    keys: 0,
  })
  expect(rows.find((row) => row.number === kept.value.number)).toMatchObject({
    erased_at: null,
    in_statistics: true,
    keys: 1,
  })

  const door = grantOpen({ kind: 'door' }, 'door.look_up')
  expect(await openOwnCase(door, { code: unkept.value.code, network: 'here', formerToken: undefined })).toMatchObject({
    ok: false,
  })
  expect(await openOwnCase(door, { code: kept.value.code, network: 'here', formerToken: undefined })).toMatchObject({
    ok: true,
  })
  const events = await ownerPool().query(
    `SELECT action FROM audit_event WHERE office_id = $1 AND actor_kind = 'system'`,
    [officeId],
  )
  expect(events.rows).toEqual([{ action: 'case.erased' }])
  expect((await ownerPool().query('SELECT app.first_broken_audit($1) AS seq', [officeId])).rows).toEqual([
    { seq: null },
  ])
})

test('a draft goes after a day', async () => {
  const token = newToken()
  await within(grantOpen({ kind: 'reporter', caseId: null }, 'report.draft', hashToken(token)), (on) =>
    insertDraft(on, token, { kind: 'report', locale: 'vi', payload: {}, now: new Date(Date.now() - 25 * 3_600_000) }),
  )
  const drafts = async () => (await ownerPool().query('SELECT 1 FROM draft')).rowCount
  expect(await drafts()).toBe(1)
  await sweep()
  expect(await drafts()).toBe(0)
})

test('nobody but the system erases', async () => {
  await expect(within(reporterGrant(), (on) => on.db.$queryRaw`SELECT app.erase_due_cases(now())`)).rejects.toThrow(
    'only the system erases',
  )
})
