import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { codeAt } from '@/lib/auth/app-code'
import { doorGrantForAuth } from '@/lib/auth/door-grant'
import { pendingApp } from '@/lib/auth/second-factor'
import { tellOfAccount } from '@/lib/data/notices'
import { countOwnUnread, listOwnNotices } from '@/lib/data/own-notices'
import { setChallenge } from '@/lib/data/session-proofs'
import { within } from '@/lib/data/within'
import { ACCOUNT_CHANGES_BY_OTHERS, OWN_ACCOUNT_CHANGES } from '@/lib/domain/account-changes'
import { composeMail } from '@/lib/jobs/compose-mail'
import { STAFF_LOCALES } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { withClock } from '@/lib/platform/clock'
import { acceptInvitation } from '@/lib/usecases/accept-invitation'
import { addOwnPasskey, changeOwnApp, removeOwnPasskey } from '@/lib/usecases/account/change-own-factors'
import { changeOwnPassword } from '@/lib/usecases/account/change-own-password'
import { endOtherSessions, endOwnSession } from '@/lib/usecases/account/end-own-sessions'
import { makeRecoveryCodes } from '@/lib/usecases/account/make-recovery-codes'
import { readOwnAccount } from '@/lib/usecases/account/read-own-account'
import { endStaffSessions } from '@/lib/usecases/end-staff-sessions'
import { MAIL_GAP_MINUTES, sendWaitingMail } from '@/lib/usecases/jobs/send-waiting-mail'
import { changeNoticeSettings } from '@/lib/usecases/notices/notice-settings'
import { renewInvitation } from '@/lib/usecases/renew-invitation'
import { resetColleagueFactor } from '@/lib/usecases/reset-second-factor'
import { anOffice, staffGrant } from '../support/builders'
import { ownerPool } from '../support/database'
import { manage, openSession, whoIs, withPassword } from '../support/staff-accounts'

vi.mock('next/headers', async () => (await import('../support/matrix/doors/browser')).headersOfBrowser)
// A browser with a passkey: what it signs is looked at elsewhere.
vi.mock('@simplewebauthn/server', async (original) => ({
  ...(await original<object>()),
  verifyRegistrationResponse: async () => ({
    verified: true,
    registrationInfo: {
      credential: { id: randomUUID().replaceAll('-', ''), publicKey: new Uint8Array([1]), counter: 0 },
    },
  }),
}))

const folder = mkdtempSync(path.join(tmpdir(), 'fair-passage-mail-'))
process.env['MAIL_CATCHER_DIRECTORY'] = folder

const door = doorGrantForAuth()
const PASSWORD = 'năm từ khác dễ nhớ'

let officeId = ''
let officer: StaffActor
let administrator: StaffActor
let here = ''
let elsewhere = ''

beforeEach(async () => {
  officeId = await anOffice(randomUUID())
  officer = await withPassword(officeId, 'caseworker')
  administrator = await withPassword(officeId, 'administrator')
  here = await openSession(officer.id)
  elsewhere = await openSession(officer.id)
})

const own = () => ({ grant: staffGrant(officer, 'session.own'), door, sessionId: here })
/** How many mails about the own account wait for this person. */
const waiting = async (of = officer.id): Promise<number> =>
  (
    await ownerPool().query(
      `SELECT 1 FROM notice WHERE staff_id = $1 AND kind = 'account_changed' AND by_mail AND mailed_at IS NULL`,
      [of],
    )
  ).rowCount ?? 0
const appCode = async () => codeAt(await pendingApp(here, officer.id), new Date())
const aPasskey = async (): Promise<string> => {
  const id = randomUUID()
  await ownerPool().query(
    `INSERT INTO staff_passkey (id, staff_id, credential_id, public_key, transports, name, created_at) VALUES ($1::uuid, $2, decode(replace($1::text, '-', ''), 'hex'), '\\x01', '{}', 'x', now())`,
    [id, officer.id],
  )
  return id
}
const aFarAdministrator = async () => withPassword(await anOffice(randomUUID()), 'administrator')
const addPasskey = async () => {
  await within(door, (on) => setChallenge(on, here, new Uint8Array([7])))
  return addOwnPasskey(own(), { id: 'x', response: {} }, 'x')
}
const aLink = async () => {
  const renewed = await renewInvitation(manage(administrator), officer.id)
  return renewed.ok ? renewed.value.token : ''
}

describe('who changes an account has its person told of it, once', () => {
  test.for<[string, () => Promise<unknown>]>([
    ['a new password', () => changeOwnPassword(own(), PASSWORD)],
    ['another authenticator app', async () => changeOwnApp(own(), await appCode())],
    ['a new passkey', addPasskey],
    ['a passkey less', async () => (await aPasskey(), removeOwnPasskey(own(), await aPasskey()))],
    ['new recovery codes', () => makeRecoveryCodes(own().grant, door)],
    ['one session less', () => endOwnSession(own(), elsewhere)],
    ['all other sessions', () => endOtherSessions(own())],
    ['a password set with a link', async () => acceptInvitation(door, await aLink(), PASSWORD)],
    [
      'a second factor that a colleague took away',
      () => resetColleagueFactor(staffGrant(administrator, 'staff.reset_factor'), officer.id),
    ],
    ['sessions that an administrator ended', () => endStaffSessions(manage(administrator), officer.id)],
  ])('%s', async ([, act]) => {
    expect(await waiting()).toBe(0)
    await act()
    expect(await waiting()).toBe(1)
    expect(await waiting(administrator.id)).toBe(0)
  })

  test('nobody is told of what failed', async () => {
    await changeOwnPassword(own(), 'password12345')
    const right = await appCode()
    await changeOwnApp(own(), right === '000000' ? '000001' : '000000')
    await addOwnPasskey(own(), { id: 'x', response: {} }, 'x')
    await removeOwnPasskey(own(), await aPasskey())
    await endOwnSession(own(), randomUUID())
    await acceptInvitation(door, 'x'.repeat(43), PASSWORD)
    await resetColleagueFactor(staffGrant(await aFarAdministrator(), 'staff.reset_factor'), officer.id)
    await endStaffSessions(manage(await aFarAdministrator()), officer.id)
    await endOtherSessions({ ...own(), sessionId: elsewhere })
    expect(await waiting()).toBe(1)
    await endOtherSessions({ ...own(), sessionId: elsewhere })
    expect(await waiting()).toBe(1)
    expect(await waiting(administrator.id)).toBe(0)
  })

  test('cut off at its end, a change and the word of it are both not there', async () => {
    await ownerPool()
      .query(`CREATE FUNCTION public.cut_account() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cut off'; END $$;
      CREATE CONSTRAINT TRIGGER notice_cut_account AFTER INSERT ON notice DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.cut_account()`)
    await expect(changeOwnPassword(own(), PASSWORD)).rejects.toThrow('cut off')
    await expect(endOtherSessions(own())).rejects.toThrow('cut off')
    await ownerPool().query('DROP TRIGGER notice_cut_account ON notice; DROP FUNCTION public.cut_account()')
    expect(await waiting()).toBe(0)
    expect(await whoIs(elsewhere)).not.toBeNull()
    await expect(
      within(door, async (on) => {
        await tellOfAccount(on, officer.id)
        throw new Error('killed')
      }),
    ).rejects.toThrow('killed')
    expect(await waiting()).toBe(0)
  })

  test('an administrator of another office tells nobody', async () => {
    const far = manage(await aFarAdministrator())
    await expect(within(far, (on) => tellOfAccount(on, officer.id))).rejects.toThrow('only who changes an account')
    expect(await waiting()).toBe(0)
  })
})

describe('the mail', () => {
  const NOW = new Date('2026-11-21T03:00:00Z')
  const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
  const at = <T>(moment: Date, act: () => Promise<T>): Promise<T> => withClock(() => moment, act)
  const send = (moment: Date) => at(moment, () => sendWaitingMail(composeMail))
  const told = (moment: Date) => at(moment, () => within(door, (on) => tellOfAccount(on, officer.id)))
  const letters = () => readdirSync(folder).map((name) => readFileSync(path.join(folder, name), 'utf8'))

  beforeEach(() => ownerPool().query('DELETE FROM notice; DELETE FROM mail_attempt'))

  test('goes in quiet hours, after it was read, after other mail and whatever was put aside; a second one later', async () => {
    const everything = { inApp: [], byMail: [], timeZone: 'Asia/Tokyo', version: 0 }
    const notices = staffGrant(officer, 'notice.own')
    // Noon in Tokyo is in the middle of it.
    expect(await changeNoticeSettings(notices, { ...everything, quiet: { from: 0, to: 1439 } })).toMatchObject({
      ok: true,
    })
    await ownerPool().query(
      `INSERT INTO mail_attempt (id, staff_id, message_id, outcome, notices, at) VALUES (gen_random_uuid(), $1, '<x>', 'sent', 1, $2)`,
      [officer.id, NOW],
    )
    await told(NOW)
    expect(await within(notices, countOwnUnread)).toBe(1)
    await ownerPool().query('UPDATE notice SET read_at = $1', [NOW])
    const before = letters().length
    expect(await send(later(1))).toEqual({ sent: 1, failed: 0 })
    expect(letters()).toHaveLength(before + 1)
    await told(later(2))
    await told(later(3))
    expect((await send(later(4))).sent).toBe(0)
    expect(await send(later(1 + MAIL_GAP_MINUTES))).toEqual({ sent: 1, failed: 0 })
    expect((await send(later(90))).sent).toBe(0)
  })

  test('of which the mail server surely took nothing goes later', async () => {
    await ownerPool().query(`UPDATE staff SET email = E'a@example.org\\r\\nBcc: b@example.org' WHERE id = $1`, [
      officer.id,
    ])
    await told(NOW)
    expect(await send(NOW)).toEqual({ sent: 0, failed: 1 })
    expect(await waiting()).toBe(0)
    await ownerPool().query(`UPDATE notice SET by_mail = true; UPDATE mail_attempt SET outcome = 'failed'`)
    await ownerPool().query('UPDATE staff SET email = $2 WHERE id = $1', [officer.id, `${officer.id}@example.org`])
    expect((await send(later(MAIL_GAP_MINUTES - 1))).sent).toBe(0)
    expect((await send(later(MAIL_GAP_MINUTES))).sent).toBe(1)
  })

  test.for(STAFF_LOCALES)('says the day, where to look and whom to tell, and not what it was (%s)', (locale) => {
    const { subject, text } = composeMail({ locale, changedAt: NOW })
    const t = translatorFor(locale)
    const words = [...OWN_ACCOUNT_CHANGES, ...ACCOUNT_CHANGES_BY_OTHERS].map((change) => t(`account.change_${change}`))
    for (const word of words) expect(`${subject} ${text}`).not.toContain(word)
    expect(text.match(/https?:\S+/gu)).toEqual([`http://localhost:3000/${locale}/sign-in`])
    expect(text).toMatch(/21/u)
    expect(text).toContain(t('account.mail_tell'))
  })
})

test('the account page tells what was changed and by whom, of nobody else, and the notice counts as read then', async () => {
  await changeOwnPassword(own(), PASSWORD)
  await resetColleagueFactor(staffGrant(administrator, 'staff.reset_factor'), officer.id)
  const notices = staffGrant(officer, 'notice.own')
  const { rows } = await within(notices, (on) => listOwnNotices(on, null, 10))
  expect(rows.map(({ kind, place }) => [kind, place.kind])).toEqual([
    ['account_changed', 'account'],
    ['account_changed', 'account'],
  ])
  const read = await readOwnAccount(own())
  expect(read.changes.map(({ change, by }) => [change, by])).toEqual([
    ['reset_second_factor', administrator.displayName],
    ['change_password', null],
  ])
  expect(await within(notices, countOwnUnread)).toBe(0)
  expect(await waiting()).toBe(2)
  const theirs = await readOwnAccount({ grant: staffGrant(administrator, 'session.own'), door, sessionId: elsewhere })
  expect(theirs.changes).toEqual([])
})
