import { beforeAll, describe, expect, test } from 'vitest'
import { grantStaff, type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { findDraft, insertDraft, updateDraft } from '@/lib/data/drafts'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { hashToken, newToken } from '@/lib/platform/token'
import { anOffice, aReport, aStaffMember, STORY } from '../support/builders'
import { aDraft, draftGrant, send } from '../support/sent-drafts'
import { ownerPool, ownerUrl } from '../support/database'

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  await anOffice('helpdesk', { isDefaultIntake: true })
  await anOffice('union', { intakeOrigins: ['PH'] })
})

describe('a draft', () => {
  test('is read back with its token and with nothing else', async () => {
    const token = await aDraft({ story: STORY })
    const id = (await within(draftGrant(token), (on) => findDraft(on, token, { now: now() })))?.id ?? ''
    await within(draftGrant(token), (on) => updateDraft(on, token, id, { payload: { story: 'khác' }, now: now() }))
    expect((await within(draftGrant(token), (on) => findDraft(on, token, { now: now() })))?.payload).toEqual({
      story: 'khác',
    })
    const other = newToken()
    expect(await within(draftGrant(other), (on) => findDraft(on, token, { now: now() }))).toBeNull()
    for (const tampered of [token.slice(1), `${token}x`, '', '../../etc/passwd', other]) {
      expect(await within(draftGrant(tampered), (on) => findDraft(on, tampered, { now: now() }))).toBeNull()
    }
  })

  test('that one officer writes down for a worker is not given to another one', async () => {
    const officeId = await anOffice('desk')
    const [first, second] = [await aStaffMember(officeId, 'caseworker'), await aStaffMember(officeId, 'caseworker')]
    const token = newToken()
    const grantOf = (actor: StaffActor) => {
      const grant = grantStaff(actor, 'case.file_for_worker', hashToken(token))
      if (!grant) throw new Error('a caseworker files for workers')
      return grant
    }
    await within(grantOf(first), (on) =>
      insertDraft(on, token, { kind: 'assisted_report', locale: 'vi', payload: {}, now: now() }),
    )
    expect(await within(grantOf(first), (on) => findDraft(on, token, { now: now() }))).not.toBeNull()
    expect(await within(grantOf(second), (on) => findDraft(on, token, { now: now() }))).toBeNull()
  })

  test('is gone after a day', async () => {
    const token = await aDraft()
    const later = new Date(now().getTime() + 25 * 3_600_000)
    expect(await within(draftGrant(token), (on) => findDraft(on, token, { now: later }))).toBeNull()
  })
})

describe('the database alone', () => {
  test('shows none of the words, no name, no code', async () => {
    const sent = await send(
      await aDraft({ story: STORY }),
      aReport({ contact: { channel: 'line', detail: 'thuyen-mau-77', safeTimes: 'sau 21 giờ' } }),
    )
    if (!sent.ok) throw new Error(sent.error.code)
    const { rows: tables } = await ownerPool().query<{ tablename: string }>(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`,
    )
    let dump = ''
    for (const { tablename } of tables) {
      const { rows } = await ownerPool().query<{ row: string; text: string }>(
        `SELECT t::text AS row FROM "${tablename}" t`,
      )
      dump += rows.map((row) => row.row).join('\n')
    }
    expect(dump.length).toBeGreaterThan(10_000)
    expect(dump).toContain(sent.value.number)
    for (const secret of [STORY, 'chú Ba', '25 triệu', 'thuyen-mau-77', 'sau 21 giờ', sent.value.code]) {
      expect(dump.includes(secret), secret).toBe(false)
      expect(dump.includes(Buffer.from(secret, 'utf8').toString('hex')), `${secret} as bytes`).toBe(false)
    }
  })
})
