import { beforeAll, describe, expect, test } from 'vitest'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { loadReferenceData } from '@/lib/commands/database/reference-data'
import { within } from '@/lib/data/within'
import type { SharedItem } from '@/lib/domain/answers/request'
import { keepForLater, readAnswerDraft } from '@/lib/usecases/answers/answer-as-party'
import { decideParty, readOwnParties } from '@/lib/usecases/answers/own-parties'
import { anOffice, aStaffMember, staffGrant } from '../support/builders'
import { ownerUrl } from '../support/database'
import { one, type OwnCase } from '../support/own-case'
import { aLink, answerWith, ask, aTriagedCase, open, passes, TEXT } from '../support/party-answers'

let officer: StaffActor

beforeAll(async () => {
  await loadReferenceData(ownerUrl)
  officer = await aStaffMember(await anOffice('helpdesk', { isDefaultIntake: true }), 'caseworker')
})

const partyOf = (own: OwnCase) => one<string>('SELECT id AS value FROM case_party WHERE case_id = $1 LIMIT 1', own.id)
const decide = async (own: OwnCase, items: readonly SharedItem[] | null) =>
  decideParty(own.write, { casePartyId: await partyOf(own), items, language: 'vi' })
const tellingOf = async (own: OwnCase) => {
  const reading = await readOwnParties(grantOpen(own.write.actor, 'own_case.read'))
  if (!reading) throw new Error('no case')
  return reading
}
const yesCount = (own: OwnCase) =>
  one<number>(
    `SELECT count(*)::int AS value FROM consent WHERE case_id = $1 AND purpose = 'party_answer' AND withdrawn_at IS NULL`,
    own.id,
  )

describe('what a party may be told', () => {
  test('is decided by the worker: with that yes the officer needs no note, and writes no yes', async () => {
    const own = await aTriagedCase()
    expect((await decide(own, ['amounts'])).ok).toBe(true)
    expect(await ask(officer, own, { items: ['amounts'], witness: '' })).toMatchObject({ ok: true })
    expect(await yesCount(own)).toBe(1)
    const { parties, told } = await tellingOf(own)
    expect(parties.find(({ allowed }) => allowed !== null)).toMatchObject({ allowed: ['amounts'] })
    expect(told).toMatchObject([{ allegation: TEXT, answeredAt: null, withdrawnAt: null }])
  })

  test('beyond it the officer says when the worker allowed it', async () => {
    const own = await aTriagedCase()
    await decide(own, [])
    expect(await ask(officer, own, { items: ['dates'], witness: '' })).toEqual({
      ok: false,
      error: { code: 'witness_missing' },
    })
    expect((await ask(officer, own, { items: ['dates'] })).ok).toBe(true)
    expect(await yesCount(own)).toBe(2)
  })

  test('deciding the same twice is once; more keeps the link, less and no end it', async () => {
    const own = await aTriagedCase()
    await decide(own, ['amounts'])
    await decide(own, ['amounts'])
    expect(await yesCount(own)).toBe(1)
    const token = await aLink(officer, own, { items: ['amounts'], witness: '' })
    await decide(own, ['amounts', 'dates'])
    expect(await open(token)).not.toBeNull()
    await decide(own, [])
    expect(await open(token)).toBeNull()
    expect((await tellingOf(own)).told[0]?.withdrawnAt).not.toBeNull()
    const second = await aLink(officer, own, { witness: '' })
    await decide(own, null)
    expect(await open(second)).toBeNull()
    expect(await yesCount(own)).toBe(0)
  })

  test('one worker neither decides nor reads for another', async () => {
    const [own, other] = [await aTriagedCase(), await aTriagedCase()]
    await decide(other, [])
    await ask(officer, other, { witness: '' })
    const strange = { casePartyId: await partyOf(other), items: [], language: 'vi' }
    expect(await decideParty(own.write, strange)).toEqual({ ok: false, error: { code: 'party_unknown' } })
    expect((await tellingOf(own)).told).toEqual([])
  })
})

describe('a draft of an answer', () => {
  const draft = { stance: 'partly', words: 'We look into', amount: '80000', currency: 'JPY' }
  const keep = (token: string, words = draft.words) =>
    keepForLater(passes(token), { token, network: token }, { ...draft, words })
  const drafts = (own: OwnCase) =>
    one<number>(
      `SELECT count(*)::int AS value FROM party_answer_draft d JOIN party_request r ON r.id = d.party_request_id WHERE r.case_id = $1`,
      own.id,
    )

  test('is kept sealed for who holds the link, and for no officer', async () => {
    const own = await aTriagedCase()
    await decide(own, [])
    const token = await aLink(officer, own, { witness: '' })
    const another = await aLink(officer, own, { witness: '', isAnother: true })
    await keep(token, 'first')
    expect((await keep(token)).ok).toBe(true)
    expect(await readAnswerDraft(passes(token).party, token)).toEqual(draft)
    expect(await readAnswerDraft(passes(another).party, another)).toBeNull()
    const seen = await within(staffGrant(officer, 'case.ask_party'), (on) => on.db.partyAnswerDraft.count())
    expect(seen).toBe(0)
    expect(
      await one<string>(
        `SELECT encode(sealed_fields, 'escape') AS value FROM party_answer_draft d JOIN party_request r ON r.id = d.party_request_id WHERE r.case_id = $1`,
        own.id,
      ),
    ).not.toContain('look')
  })

  test.each(['answered', 'withdrawn'])('is gone with the link: %s', async (how) => {
    const own = await aTriagedCase()
    await decide(own, [])
    const token = await aLink(officer, own, { witness: '' })
    await keep(token)
    expect(await drafts(own)).toBe(1)
    if (how === 'answered') await answerWith(token)
    else await decide(own, null)
    expect(await drafts(own)).toBe(0)
    expect(await keep(token)).toEqual({ ok: false, error: { code: 'link_over' } })
  })
})
