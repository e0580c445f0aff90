import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { listPackFiles } from '@/lib/data/referral-packs'
import { within } from '@/lib/data/within'
import { officeRecipient } from '@/lib/domain/referral/recipient'
import { translateWords } from '@/lib/usecases/translate-words'
import { askForConsent } from '@/lib/usecases/referrals/ask-for-consent'
import { makePack } from '@/lib/usecases/referrals/make-pack'
import { takePackFile } from '@/lib/usecases/referrals/open-pack-file'
import { recordOutcome } from '@/lib/usecases/referrals/record-outcome'
import { answerShare, readShare } from '@/lib/usecases/referrals/shares'
import { aStaffMember, anOffice, staffGrant, STORY } from '@/tests/support/builders'
import type { StoredCase } from '@/tests/support/cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'
import { aCaseToPassOn, askAndAnswer, moveCase, one, PACK_WORDS, prepare } from '@/tests/support/referrals'

let officer: StaffActor
let colleague: StaffActor
let other: StaffActor
let found: StoredCase

beforeEach(async () => {
  await emptyDatabase()
  const office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  colleague = await aStaffMember(office, 'caseworker')
  other = await aStaffMember(await anOffice('union'), 'caseworker')
  found = await aCaseToPassOn(officer)
})

const BODY = 'JP_HOUTERASU'
const grant = () => staffGrant(officer, 'case.change_state')
const pack = (referralId: string) => makePack(grant(), { number: found.number, referralId, words: PACK_WORDS })
const send = (more = {}) =>
  moveCase(officer, found, 'referred', { referral: { words: PACK_WORDS, sentHow: 'post' }, ...more })
const files = (referralId: string) => within(grant(), (on) => listPackFiles(on, referralId))
const take = (referralId: string, id: string) => takePackFile(grant(), { number: found.number, referralId, id })

/** The JSON of a pack as an officer takes it along; null when it may not leave. */
async function takeJson(referralId: string) {
  const json = (await files(referralId)).find(({ format }) => format === 'json')
  const file = json && (await take(referralId, json.id))
  return file ? new TextDecoder().decode(file.bytes) : null
}

describe('a pack', () => {
  it('that was made on another yes never goes out', async () => {
    const referralId = await prepare(officer, found, BODY, ['facts', 'story'])
    await askAndAnswer(officer, found, referralId, ['facts', 'story'])
    expect((await pack(referralId)).ok).toBe(true)
    expect(await takeJson(referralId)).toContain(STORY)
    await ownerPool().query("UPDATE consent SET expires_at = now() - interval '1 hour' WHERE kind = 'send_to_body'")
    await ownerPool().query('DELETE FROM consent_request')
    expect(await askAndAnswer(officer, found, referralId, ['facts'])).toBe('part')
    expect(await files(referralId)).toEqual([])
    expect((await send()).ok).toBe(true)
    const sent = await takeJson(referralId)
    expect(sent).toContain('"facts"')
    expect(sent).not.toContain(STORY)
  })

  it('is not given out after the yes ran out or was taken back; what it was stays in sight', async () => {
    const referralId = await prepare(officer, found, BODY, ['facts'])
    await askAndAnswer(officer, found, referralId, ['facts'])
    await pack(referralId)
    await send()
    expect(await takeJson(referralId)).toContain('"facts"')
    await ownerPool().query("UPDATE consent SET expires_at = now() - interval '1 hour' WHERE kind = 'send_to_body'")
    expect(await takeJson(referralId)).toBeNull()
    await ownerPool().query("UPDATE consent SET expires_at = NULL, withdrawn_at = now() WHERE kind = 'send_to_body'")
    expect(await takeJson(referralId)).toBeNull()
    expect(await files(referralId)).toHaveLength(4)
    await expect(within(grant(), (on) => on.db.$queryRaw`SELECT sealed_bytes FROM referral_pack`)).rejects.toThrow(
      /permission denied/,
    )
  })

  it('carries the latest translation by a person with the words it is of, and only with them', async () => {
    const id = await one('SELECT id AS value FROM statement WHERE case_id = $1', found.id)
    const translate = (text: string, version: number) =>
      translateWords(staffGrant(colleague, 'case.translate'), {
        number: found.number,
        kind: 'statement',
        id,
        version,
        language: 'en',
        text,
        requestId: randomUUID(),
      })
    expect((await translate('They took it.', 0)).ok).toBe(true)
    expect((await translate('They keep my passport.', 1)).ok).toBe(true)
    const name = await one('SELECT display_name AS value FROM staff WHERE id = $1', colleague.id)
    const referralId = await prepare(officer, found, BODY, ['facts', 'story'])
    await askAndAnswer(officer, found, referralId, ['facts', 'story'])
    await pack(referralId)
    const whole = await takeJson(referralId)
    const { items } = JSON.parse(whole ?? '{}')
    const story = items.find(({ item }: { item: string }) => item === 'story')
    const value = story.rows[0].find(({ field }: { field: string }) => field === 'words').value
    expect(value).toMatchObject({
      text: STORY,
      translation: { text: 'They keep my passport.', language: 'en', by: name },
    })
    expect(whole).not.toContain('They took it.')
    await ownerPool().query('DELETE FROM consent_request')
    await askAndAnswer(officer, found, referralId, ['facts'])
    await pack(referralId)
    expect(await takeJson(referralId)).not.toContain('They keep my passport.')
  })
})

describe('a yes that the worker told the officer', () => {
  const told = (more = {}) => send({ declared: ['consent_told'], ...more })

  it('needs a note of when and how, and waits while the worker can answer', async () => {
    const referralId = await prepare(officer, found, BODY, ['facts'])
    expect(await told()).toEqual({ ok: false, error: { code: 'reason_missing' } })
    await askForConsent(grant(), { number: found.number, referralId, validDays: 90 })
    const reason = 'By phone, in Vietnamese.'
    expect(await told({ reason })).toEqual({ ok: false, error: { code: 'question_open' } })
    await ownerPool().query("UPDATE consent_request SET answer_by_at = now() - interval '1 hour'")
    expect((await told({ reason })).ok).toBe(true)
    expect(await takeJson(referralId)).toContain('"facts"')
  })
})

describe('once the body has answered', () => {
  const waiting = () => one('SELECT waiting_on AS value FROM cases WHERE id = $1', found.id)
  const openFollowUps = () =>
    one(
      "SELECT count(*)::text AS value FROM deadline WHERE kind = 'referral_follow_up' AND met_at IS NULL AND cancelled_at IS NULL",
    )

  it('the officer is waited for, and nobody is asked for news', async () => {
    const referralId = await prepare(officer, found, BODY, ['facts'])
    await askAndAnswer(officer, found, referralId, ['facts'])
    await send()
    expect([await waiting(), await openFollowUps()]).toEqual(['body', '1'])
    const version = Number(await one('SELECT version AS value FROM referral WHERE id = $1', referralId))
    const outcome = { number: found.number, referralId, version, code: 'settled' as const, words: null, language: 'en' }
    expect((await recordOutcome(grant(), outcome)).ok).toBe(true)
    expect([await waiting(), await openFollowUps()]).toEqual(['officer', '0'])
    await moveCase(officer, found, 'awaiting_worker', { question: 'Did the money come?' })
    await moveCase(officer, found, 'referred')
    expect([await waiting(), await openFollowUps()]).toEqual(['officer', '0'])
    expect(await one("SELECT (next_due_kind <> 'referral_follow_up')::text AS value FROM cases")).toBe('true')
  })

  it('the same when another office answers its share', async () => {
    const referralId = await prepare(officer, found, officeRecipient(other.officeId), ['facts'])
    await askAndAnswer(officer, found, referralId, ['facts'])
    await send()
    const id = await one('SELECT id AS value FROM referral_share')
    const opened = await readShare(staffGrant(other, 'share.read'), id)
    const answer = {
      id,
      version: opened?.share.version ?? 0,
      act: 'decline' as const,
      code: null,
      words: null,
      language: 'en',
    }
    expect((await answerShare(staffGrant(other, 'share.answer'), answer)).ok).toBe(true)
    expect([await waiting(), await openFollowUps()]).toEqual(['officer', '0'])
  })
})

describe('the second door', () => {
  const by = (who: StaffActor, sql: string, ...values: unknown[]) =>
    within(staffGrant(who, 'case.change_state'), (on) => on.db.$executeRawUnsafe(sql, ...values))

  it('lets nobody send on the names of two people where one of them confirmed nothing', async () => {
    const referralId = await prepare(officer, found, BODY, ['facts'])
    const sql = `UPDATE referral SET sent_at = now(), sent_by_id = $2::uuid, vital_interest_by_ids = ARRAY[$2::uuid, $3::uuid] WHERE id = $1::uuid`
    await expect(by(officer, sql, referralId, officer.id, colleague.id)).rejects.toThrow(/no consent for this referral/)
  })

  it('lets nobody decide on a share in the name of somebody else', async () => {
    const referralId = await prepare(officer, found, officeRecipient(other.officeId), ['facts'])
    await askAndAnswer(officer, found, referralId, ['facts'])
    await send()
    const sql = `UPDATE referral_share SET decision = 'accepted', decided_by_id = $1::uuid, decided_at = now()`
    await expect(by(other, sql, officer.id)).rejects.toThrow(/own name/)
    expect(await by(other, sql, other.id)).toBe(1)
  })

  it('keeps a country that endangers its people shut without a note', async () => {
    await ownerPool().query("UPDATE office SET country = 'MM' WHERE id = $1", [other.officeId])
    const referralId = await prepare(officer, found, officeRecipient(other.officeId), ['facts'])
    await askAndAnswer(officer, found, referralId, ['facts'])
    const sql = `UPDATE referral SET sent_at = now(), sent_by_id = $2::uuid WHERE id = $1::uuid`
    await expect(by(officer, sql, referralId, officer.id)).rejects.toThrow(/no note/)
  })
})
