import { beforeEach, expect, it } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { claimMail } from '@/lib/data/mail'
import { listOwnNotices, markCaseSeen } from '@/lib/data/own-notices'
import { within } from '@/lib/data/within'
import { officeRecipient } from '@/lib/domain/referral/recipient'
import { withClock } from '@/lib/platform/clock'
import { answerShare, readShare, readShares } from '@/lib/usecases/referrals/shares'
import { sweep } from '@/lib/usecases/sweep'
import { withdrawOwnConsent } from '@/lib/usecases/withdraw-own-consent'
import { aStaffMember, anOffice, staffGrant } from '@/tests/support/builders'
import type { StoredCase } from '@/tests/support/cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'
import { aCaseToPassOn, askAndAnswer, moveCase, one, PACK_WORDS, prepare, workerOf } from '@/tests/support/referrals'

const DAY = 86_400_000
let officer: StaffActor
let taker: StaffActor
let chief: StaffActor
let bystander: StaffActor
let third: StaffActor
let found: StoredCase
let shareId: string

beforeEach(async () => {
  await emptyDatabase()
  officer = await aStaffMember(await anOffice('minato', { isDefaultIntake: true }), 'caseworker')
  const union = await anOffice('union')
  taker = await aStaffMember(union, 'caseworker')
  bystander = await aStaffMember(union, 'caseworker')
  chief = await aStaffMember(union, 'supervisor')
  third = await aStaffMember(await anOffice('lawyers'), 'supervisor')
  found = await aCaseToPassOn(officer)
  const referralId = await prepare(officer, found, officeRecipient(union), ['facts'])
  await askAndAnswer(officer, found, referralId, ['facts'])
  const sent = await moveCase(officer, found, 'referred', { referral: { words: PACK_WORDS } })
  if (!sent.ok) throw new Error(sent.error.code)
  shareId = await one('SELECT id AS value FROM referral_share')
})

/** What somebody finds in the own list: kinds of what is unread. */
async function unread(who: StaffActor): Promise<readonly string[]> {
  const { rows } = await within(staffGrant(who, 'notice.own'), (on) => listOwnNotices(on, null, 20))
  return rows.filter(({ readAt }) => readAt === null).map(({ kind }) => kind)
}
async function accept(): Promise<void> {
  const opened = await readShare(staffGrant(taker, 'share.read'), shareId)
  const answer = { id: shareId, version: opened?.share.version ?? 0, act: 'accept' as const, code: null, words: null }
  expect((await answerShare(staffGrant(taker, 'share.answer'), { ...answer, language: 'en' })).ok).toBe(true)
}
const sweepAt = (days: number) => withClock(() => new Date(Date.now() + days * DAY), sweep)

it('a share that arrives is told to all who work on cases of that office, leads to the share, and is mailed', async () => {
  for (const who of [taker, bystander, chief]) expect(await unread(who)).toEqual(['share_received'])
  expect(await unread(third)).toEqual([])
  const { rows } = await within(staffGrant(taker, 'notice.own'), (on) => listOwnNotices(on, null, 20))
  expect(rows).toMatchObject([{ kind: 'share_received', place: { kind: 'share', id: shareId } }])
  await ownerPool().query('UPDATE staff SET is_active = false WHERE id <> $1', [taker.id])
  const system = grantOpen({ kind: 'system' }, 'system.send_mail')
  const mail = await within(system, (on) => claimMail(on, new Date(Date.now() + 1000), 15))
  expect(mail).toMatchObject({ staffId: taker.id })
})

it('who opens the share has seen what was told of it; the settings of each count', async () => {
  await readShare(staffGrant(taker, 'share.read'), shareId)
  expect(await unread(taker)).toEqual([])
  expect(await unread(bystander)).toEqual(['share_received'])
  await ownerPool().query(
    `INSERT INTO notice_settings (staff_id, app_off, mail_off, updated_at) VALUES ($1, '{share_withdrawn}', '{share_withdrawn}', now())`,
    [chief.id],
  )
  await ownerPool().query("UPDATE consent SET withdrawn_at = now() WHERE kind = 'send_to_body'")
  expect(await unread(chief)).toEqual([])
  const hidden =
    "SELECT (NOT in_app AND NOT by_mail)::text AS value FROM notice WHERE kind = 'share_withdrawn' AND staff_id = $1"
  expect(await one(hidden, chief.id)).toBe('true')
})

it('a yes taken back is told to who took the matter on and the supervisors, and the arrival is no news any more', async () => {
  await accept()
  const consentId = await one("SELECT id AS value FROM consent WHERE kind = 'send_to_body'")
  expect((await withdrawOwnConsent(workerOf(found), { consentId, wasPressed: null })).ok).toBe(true)
  expect(await unread(taker)).toEqual(['share_withdrawn'])
  expect(await unread(chief)).toEqual(['share_withdrawn'])
  expect(await unread(bystander)).toEqual([])
  // The office that gave it is told of the yes that was taken back, not of the share.
  expect(await unread(officer)).toContain('consent_withdrawn')
})

it('a share whose time is over is closed with what was in it, told to both offices, once', async () => {
  await accept()
  await sweepAt(89)
  expect(await one('SELECT (closed_at IS NULL)::text AS value FROM referral_share')).toBe('true')
  await sweepAt(91)
  await sweepAt(92)
  expect(
    await one('SELECT (closed_at IS NOT NULL AND sealed_content IS NULL)::text AS value FROM referral_share'),
  ).toBe('true')
  expect(await unread(taker)).toEqual(['share_ran_out'])
  await readShares(staffGrant(taker, 'share.read'))
  expect(await unread(taker)).toEqual([])
  expect((await unread(officer)).filter((kind) => kind === 'referral_ran_out')).toHaveLength(1)
  expect(await one("SELECT count(*)::text AS value FROM audit_event WHERE action = 'referral.ran_out'")).toBe('1')
})

it('no notice of a share is to be seen in another office, nor touched by who opens the case', async () => {
  await within(staffGrant(officer, 'case.read'), (on) => markCaseSeen(on, found.id, new Date()))
  expect(await unread(taker)).toEqual(['share_received'])
  await ownerPool().query('UPDATE staff SET office_id = $2 WHERE id = $1', [taker.id, third.officeId])
  expect(await unread({ ...taker, officeId: third.officeId })).toEqual([])
})
