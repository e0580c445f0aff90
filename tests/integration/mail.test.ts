import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { claimMail, storeMail } from '@/lib/data/mail'
import { within } from '@/lib/data/within'
import { composeMail } from '@/lib/jobs/compose-mail'
import { withClock } from '@/lib/platform/clock'
import { MAIL_GAP_MINUTES, sendWaitingMail } from '@/lib/usecases/jobs/send-waiting-mail'
import { aStaffMember, anOffice } from '../support/builders'
import { aTakenCase, type StoredCase } from '../support/cases'
import { ownerPool, ownerUrl } from '../support/database'

// The real way of a mail: through nodemailer to a mail server on this machine, which keeps it in a folder.
const folder = mkdtempSync(path.join(tmpdir(), 'fair-passage-mail-'))
process.env['MAIL_CATCHER_DIRECTORY'] = folder

const MINUTE = 60_000
const NOW = new Date('2026-11-21T03:00:00Z') // noon in Tokyo
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE)

let officer: StaffActor
let about: StoredCase
beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
  about = await aTakenCase(officer)
})
beforeEach(async () => {
  for (const table of ['notice', 'mail_attempt', 'notice_settings']) await ownerPool().query(`DELETE FROM ${table}`)
  await ownerPool().query(
    `UPDATE staff SET email = 'hanh@example.org', locale = 'vi', is_active = true WHERE id = $1`,
    [officer.id],
  )
})

let keys = 0
async function aNotice(at: Date, staffId = officer.id): Promise<void> {
  keys += 1
  await ownerPool().query(
    `INSERT INTO notice (id, staff_id, case_id, kind, key, in_app, by_mail, created_at) VALUES (gen_random_uuid(), $1, $2, 'worker_wrote', $3, true, true, $4)`,
    [staffId, about.id, `m${keys}`, at],
  )
}
const sendAt = (at: Date) =>
  withClock(
    () => at,
    () => sendWaitingMail(composeMail),
  )
const caught = () => readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))

test('one neutral mail tells of any number of notices, once, in the language of who gets it', async () => {
  const before = caught().length
  await aNotice(NOW)
  await aNotice(NOW)
  expect(await sendAt(later(1))).toEqual({ sent: 1, failed: 0 })
  expect(await sendAt(later(2 + MAIL_GAP_MINUTES))).toEqual({ sent: 0, failed: 0 })
  const mails = caught()
  expect(mails).toHaveLength(before + 1)
  const mail = mails.find((text) => text.includes('To: hanh@example.org')) ?? ''
  const subject = /^Subject: =\?UTF-8\?[BQ]\?/m
  expect(mail).toMatch(subject)
  expect(mail).toContain('/vi/notices')
  expect(mail).not.toContain(about.number)
  expect(mail).not.toContain(about.id)
})

test('somebody is written to again only after a while, and not at all of what they have read', async () => {
  await aNotice(NOW)
  await sendAt(NOW)
  await aNotice(later(1))
  expect((await sendAt(later(MAIL_GAP_MINUTES - 1))).sent).toBe(0)
  expect((await sendAt(later(MAIL_GAP_MINUTES))).sent).toBe(1)
  await aNotice(later(MAIL_GAP_MINUTES + 1))
  await ownerPool().query('UPDATE notice SET read_at = now()')
  expect((await sendAt(later(3 * MAIL_GAP_MINUTES))).sent).toBe(0)
})

test('nobody is written to in quiet hours, which may go over midnight', async () => {
  await ownerPool().query(
    `INSERT INTO notice_settings (staff_id, quiet_from, quiet_to, time_zone, updated_at) VALUES ($1, 1320, 420, 'Asia/Tokyo', now())`,
    [officer.id],
  )
  await aNotice(NOW)
  expect((await sendAt(later(10 * 60))).sent).toBe(0) // 22:00 in Tokyo
  expect((await sendAt(later(18 * 60 + 59))).sent).toBe(0) // 06:59
  expect((await sendAt(later(19 * 60))).sent).toBe(1)
})

test('a mail that may have gone out before the process died never goes out again; a new notice brings a new one', async () => {
  await aNotice(NOW)
  const before = caught().length
  // As a kill between the mail server's yes and ours: the transaction does not end well.
  await ownerPool()
    .query(`CREATE FUNCTION public.cut_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cut off'; END $$;
    CREATE TRIGGER mail_attempt_cut_off BEFORE UPDATE ON mail_attempt FOR EACH ROW EXECUTE FUNCTION public.cut_off()`)
  await expect(sendAt(NOW)).rejects.toThrow('cut off')
  await ownerPool().query('DROP TRIGGER mail_attempt_cut_off ON mail_attempt')
  const after = caught().length
  expect(after).toBe(before + 1)
  expect((await ownerPool().query('SELECT outcome FROM mail_attempt')).rows).toEqual([{ outcome: 'claimed' }])
  expect((await sendAt(later(2 * MAIL_GAP_MINUTES))).sent).toBe(0)
  expect(caught()).toHaveLength(after)
  await aNotice(later(3 * MAIL_GAP_MINUTES))
  expect((await sendAt(later(3 * MAIL_GAP_MINUTES))).sent).toBe(1)
  expect(caught()).toHaveLength(after + 1)
})

test('what the mail server surely did not take goes later, under the same name; of a silent one nobody knows', async () => {
  await aNotice(NOW)
  const system = grantOpen({ kind: 'system' }, 'system.send_mail')
  const claim = async (at: Date, outcome: 'failed' | 'unsure') => {
    const mine = await within(system, async (on) => {
      const waiting = await claimMail(on, at, MAIL_GAP_MINUTES)
      if (waiting) await storeMail(on, waiting, '<x@y>', { kind: 'claimed' }, at)
      return waiting
    })
    if (mine) await within(system, (on) => storeMail(on, mine, '<x@y>', { kind: outcome, code: 'ETIMEDOUT' }, at))
    return mine?.firstId ?? null
  }
  const first = await claim(NOW, 'failed')
  expect(first).not.toBeNull()
  expect(await claim(later(MAIL_GAP_MINUTES), 'unsure')).toBe(first)
  expect(await claim(later(2 * MAIL_GAP_MINUTES), 'unsure')).toBeNull()
  // The list has lost nothing.
  expect((await ownerPool().query('SELECT 1 FROM notice WHERE in_app AND read_at IS NULL')).rowCount).toBe(1)
})

test('an address that is a list, or breaks a line, gets nothing, and is not tried again', async () => {
  await ownerPool().query(`UPDATE staff SET email = E'a@example.org\\r\\nBcc: b@example.org' WHERE id = $1`, [
    officer.id,
  ])
  await aNotice(NOW)
  expect(await sendAt(NOW)).toEqual({ sent: 0, failed: 1 })
  expect(await sendAt(later(5 * MAIL_GAP_MINUTES))).toEqual({ sent: 0, failed: 0 })
  const { rows } = await ownerPool().query('SELECT outcome, code FROM mail_attempt')
  expect(rows).toEqual([{ outcome: 'refused', code: 'bad_address' }])
})

test('who was shut out gets nothing', async () => {
  await aNotice(NOW)
  await ownerPool().query('UPDATE staff SET is_active = false WHERE id = $1', [officer.id])
  expect(await sendAt(NOW)).toEqual({ sent: 0, failed: 0 })
})

test('who could not be written to holds nobody up: the next run begins with the others', async () => {
  const other = await aStaffMember(officer.officeId, 'supervisor')
  for (const id of [officer.id, other.id]) await aNotice(NOW, id)
  const first = officer.id < other.id ? officer.id : other.id
  await ownerPool()
    .query(`CREATE FUNCTION public.hang() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'hung'; END $$;
    CREATE TRIGGER mail_attempt_hang BEFORE UPDATE ON mail_attempt FOR EACH ROW WHEN (NEW.staff_id = '${first}') EXECUTE FUNCTION public.hang()`)
  await expect(sendAt(NOW)).rejects.toThrow('hung')
  expect(await sendAt(later(1))).toEqual({ sent: 1, failed: 0 })
  await ownerPool().query('DROP TRIGGER mail_attempt_hang ON mail_attempt')
  await ownerPool().query('UPDATE staff SET is_active = false WHERE id = $1', [other.id])
})

test('nobody is written to about a case that was erased, and its notices go', async () => {
  await aNotice(NOW)
  const system = grantOpen({ kind: 'system' }, 'system.send_mail')
  await ownerPool().query('ALTER TABLE cases DISABLE TRIGGER cases_drop_notices')
  await ownerPool().query('UPDATE cases SET erased_at = now() WHERE id = $1', [about.id])
  expect(await within(system, (on) => claimMail(on, NOW, MAIL_GAP_MINUTES))).toBeNull()
  await ownerPool().query('ALTER TABLE cases ENABLE TRIGGER cases_drop_notices')
  await ownerPool().query('UPDATE cases SET erased_at = NULL WHERE id = $1', [about.id])
  await ownerPool().query('UPDATE cases SET erased_at = now() WHERE id = $1', [about.id])
  expect((await ownerPool().query('SELECT 1 FROM notice')).rowCount).toBe(0)
  await ownerPool().query('UPDATE cases SET erased_at = NULL WHERE id = $1', [about.id])
})

test('two processes do not write to the same person', async () => {
  await aNotice(NOW)
  const system = grantOpen({ kind: 'system' }, 'system.send_mail')
  await within(system, async (on) => {
    const mine = await claimMail(on, NOW, MAIL_GAP_MINUTES)
    expect(mine?.email).toBe('hanh@example.org')
    expect(await within(system, (other) => claimMail(other, NOW, MAIL_GAP_MINUTES))).toBeNull()
    if (mine) await storeMail(on, mine, '<x@y>', { kind: 'sent' }, NOW)
  })
  expect(await within(system, (on) => claimMail(on, NOW, MAIL_GAP_MINUTES))).toBeNull()
})
