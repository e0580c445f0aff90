import { beforeEach, describe, expect, it } from 'vitest'
import type { StaffActor } from '@/lib/access/grant'
import { officeRecipient } from '@/lib/domain/referral/recipient'
import { approveMove, requestMoveApproval } from '@/lib/usecases/approve-move'
import { answerShare, readShare, readShares, takeSharedPack } from '@/lib/usecases/referrals/shares'
import { makePack } from '@/lib/usecases/referrals/make-pack'
import { withdrawOwnConsent } from '@/lib/usecases/withdraw-own-consent'
import { aStaffMember, anOffice, staffGrant, STORY } from '@/tests/support/builders'
import type { StoredCase } from '@/tests/support/cases'
import { emptyDatabase, ownerPool } from '@/tests/support/database'
import { aCaseToPassOn, askAndAnswer, moveCase, one, PACK_WORDS, prepare, workerOf } from '@/tests/support/referrals'

let officer: StaffActor
let colleague: StaffActor
let other: StaffActor
let third: StaffActor
let found: StoredCase
let toOffice: string

beforeEach(async () => {
  await emptyDatabase()
  const office = await anOffice('minato', { isDefaultIntake: true })
  officer = await aStaffMember(office, 'caseworker')
  colleague = await aStaffMember(office, 'caseworker')
  other = await aStaffMember(await anOffice('union'), 'caseworker')
  third = await aStaffMember(await anOffice('lawyers'), 'supervisor')
  toOffice = officeRecipient(other.officeId)
  found = await aCaseToPassOn(officer)
})

const send = (more = {}) => moveCase(officer, found, 'referred', { referral: { words: PACK_WORDS }, ...more })
const stateOf = () => one('SELECT state AS value FROM cases WHERE id = $1', found.id)
const shareId = () => one('SELECT id AS value FROM referral_share')
const read = (who: StaffActor, id: string) => readShare(staffGrant(who, 'share.read'), id)
const count = (table: string) => one(`SELECT count(*)::text AS value FROM ${table}`)

async function takeBack() {
  const consentId = await one("SELECT id AS value FROM consent WHERE kind = 'send_to_body' AND withdrawn_at IS NULL")
  return withdrawOwnConsent(workerOf(found), { consentId, wasPressed: null })
}

describe('consent for just that', () => {
  it('is asked for, given for less, and only that much goes to the other office', async () => {
    const referralId = await prepare(officer, found, toOffice, ['facts', 'story', 'fees'])
    expect(await send()).toEqual({ ok: false, error: { code: 'consent_missing' } })
    expect(await askAndAnswer(officer, found, referralId, ['facts', 'fees'])).toBe('part')
    expect((await send()).ok).toBe(true)
    const opened = await read(other, await shareId())
    expect(opened?.content.pack.items.map(({ item }) => item)).toEqual(['facts', 'fees'])
    expect(JSON.stringify(opened?.content)).not.toContain(STORY)
  })

  it('said no: nothing can go, the case falls back, the officer is told', async () => {
    const referralId = await prepare(officer, found, toOffice, ['facts'])
    expect(await askAndAnswer(officer, found, referralId, [])).toBe('no')
    expect(await stateOf()).toBe('investigation')
    expect(await one('SELECT state AS value FROM referral')).toBe('refused')
    expect((await send()).ok).toBe(false)
    expect(await one("SELECT count(*)::text AS value FROM notice WHERE kind = 'consent_answered'")).toBe('1')
  })
})

describe('a yes taken back', () => {
  it('before sending: the pack that waited is destroyed, nothing can go, the case falls back', async () => {
    const referralId = await prepare(officer, found, 'JP_HOUTERASU', ['facts', 'story'])
    await askAndAnswer(officer, found, referralId, ['facts', 'story'])
    const grant = staffGrant(officer, 'case.change_state')
    expect((await makePack(grant, { number: found.number, referralId, words: PACK_WORDS })).ok).toBe(true)
    expect(await count('referral_pack')).toBe('4')
    expect((await takeBack()).ok).toBe(true)
    expect(await count('referral_pack')).toBe('0')
    expect(await one('SELECT state AS value FROM referral')).toBe('withdrawn')
    expect(await stateOf()).toBe('investigation')
    expect((await send({ referral: { words: PACK_WORDS, sentHow: 'post' } })).ok).toBe(false)
    expect(await one("SELECT count(*)::text AS value FROM notice WHERE kind = 'consent_withdrawn'")).toBe('1')
  })

  it('after sending: the other office no longer opens it, what it was is gone, the case can go on', async () => {
    const referralId = await prepare(officer, found, toOffice, ['facts'])
    await askAndAnswer(officer, found, referralId, ['facts'])
    expect((await send()).ok).toBe(true)
    const id = await shareId()
    expect(await read(other, id)).not.toBeNull()
    await takeBack()
    expect(await read(other, id)).toBeNull()
    expect(await takeSharedPack(staffGrant(other, 'share.read'), id, 'ja')).toBeNull()
    const { received } = await readShares(staffGrant(other, 'share.read'))
    expect(received).toMatchObject([{ id, isOpen: false }])
    expect(await one('SELECT (sealed_content IS NULL)::text AS value FROM referral_share')).toBe('true')
    expect((await moveCase(officer, found, 'investigation', { reason: 'Taken back.' })).ok).toBe(true)
  })

  it('closes the share in the database itself, whatever code takes it back', async () => {
    const referralId = await prepare(officer, found, toOffice, ['facts'])
    await askAndAnswer(officer, found, referralId, ['facts'])
    await send()
    await ownerPool().query("UPDATE consent SET withdrawn_at = now() WHERE kind = 'send_to_body'")
    expect(await read(other, await shareId())).toBeNull()
  })
})

describe('the office that was given a share', () => {
  beforeEach(async () => {
    const referralId = await prepare(officer, found, toOffice, ['facts', 'parties'])
    await askAndAnswer(officer, found, referralId, ['facts', 'parties'])
    await send()
  })

  it('sees the share and nothing of the case; a third office sees nothing', async () => {
    const id = await shareId()
    expect(await read(third, id)).toBeNull()
    expect(await read(officer, id)).toBeNull()
    const seen = (who: StaffActor, table: string) => rowsSeenBy(who, table)
    for (const table of ['cases', 'referral', 'consent', 'consent_request', 'referral_pack', 'case_key', 'statement'])
      expect([table, await seen(other, table)]).toEqual([table, 0])
    expect([await seen(other, 'referral_share'), await seen(third, 'referral_share')]).toEqual([1, 0])
  })

  it('answers once, and the outcome comes back into the case', async () => {
    const opened = await read(other, await shareId())
    const grant = staffGrant(other, 'share.answer')
    const answer = {
      id: await shareId(),
      version: opened?.share.version ?? 0,
      act: 'answer' as const,
      code: 'advice_given' as const,
      words: 'Bring the contract on Monday.',
      language: 'en',
    }
    expect((await answerShare(staffGrant(third, 'share.answer'), answer)).ok).toBe(false)
    expect((await answerShare(grant, answer)).ok).toBe(true)
    expect((await answerShare(grant, answer)).ok).toBe(false)
    const { rows } = await ownerPool().query('SELECT state, outcome_code FROM referral')
    expect(rows).toEqual([{ state: 'answered', outcome_code: 'advice_given' }])
    expect(await one("SELECT count(*)::text AS value FROM notice WHERE kind = 'referral_answered'")).toBe('1')
    expect((await moveCase(officer, found, 'investigation', { reason: 'They answered.' })).ok).toBe(true)
  })
})

describe('to save a life', () => {
  it('two people decide, only what saves it goes, and the worker reads of it when it is safe', async () => {
    await prepare(officer, found, toOffice, ['facts', 'fees', 'loans'])
    const vital = { isVitalInterest: true }
    expect(await send(vital)).toEqual({ ok: false, error: { code: 'second_person_missing' } })
    const grant = staffGrant(officer, 'case.change_state')
    const asking = { number: found.number, to: 'referred' as const }
    expect(await requestMoveApproval(grant, asking)).toEqual({ ok: false, error: { code: 'reason_missing' } })
    await requestMoveApproval(grant, { ...asking, reason: 'She is locked in.' })
    const id = await one('SELECT id AS value FROM move_approval')
    await approveMove(staffGrant(colleague, 'case.change_state'), { number: found.number, id })
    expect((await send(vital)).ok).toBe(true)
    const opened = await read(other, await shareId())
    expect(opened?.content.pack).toMatchObject({ basis: 'vital_interest', items: [{ item: 'facts' }] })
  })

  it('goes to an office in a country that endangers its people only after the second look and a note', async () => {
    await ownerPool().query("UPDATE office SET country = 'MM' WHERE id = $1", [other.officeId])
    const referralId = await prepare(officer, found, toOffice, ['facts'])
    await askAndAnswer(officer, found, referralId, ['facts'])
    expect(await send()).toEqual({ ok: false, error: { code: 'dangerous_body_unconfirmed' } })
    const sure = { isDangerousBodyConfirmed: true }
    expect(await send(sure)).toEqual({ ok: false, error: { code: 'reason_missing' } })
    expect((await send({ ...sure, reason: 'Her sister works there.' })).ok).toBe(true)
  })
})

async function rowsSeenBy(who: StaffActor, table: string): Promise<number> {
  const { within } = await import('@/lib/data/within')
  return within(staffGrant(who, 'share.read'), async (on) => {
    const rows = await on.db.$queryRawUnsafe<unknown[]>(`SELECT 1 FROM ${table}`)
    return rows.length
  })
}
