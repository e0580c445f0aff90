import { randomUUID } from 'node:crypto'
import { grantOpen, type StaffActor } from '@/lib/access/grant'
import { listPartyRequests } from '@/lib/data/party-requests'
import { within } from '@/lib/data/within'
import type { PartyAnswer } from '@/lib/domain/answers/answer'
import { hashToken } from '@/lib/platform/token'
import { answerAsParty, openQuestion } from '@/lib/usecases/answers/answer-as-party'
import { askParty, type Question } from '@/lib/usecases/answers/ask-party'
import { giveOwnConsent } from '@/lib/usecases/give-own-consent'
import { staffGrant } from './builders'
import { ownerPool } from './database'
import { aCase, one, type OwnCase } from './own-case'
import { numberOf } from './remedies'
import { sealOf } from './seal'

/** What a party is told. */
export const TEXT = 'A worker says that a fee for the introduction was taken. Please tell us how you see it.'

/** What a party answers. */
export const ANSWER: PartyAnswer = {
  stance: 'partly',
  words: 'A fee was taken by a partner of ours.',
  locale: 'en',
  offer: { type: 'fee_repayment', amountMinor: '80000', currency: 'JPY', parts: 2, firstDueOn: '2027-01-31' },
}

/** The passes that whoever holds a token is given. */
export const passes = (token: string) => ({
  door: grantOpen({ kind: 'door' }, 'door.look_up'),
  party: grantOpen({ kind: 'party' }, 'party_request.answer', hashToken(token)),
})
const linkOf = (token: string) => ({ token, network: randomUUID() })
export const open = (token: string) => openQuestion(passes(token), linkOf(token))
export const answerWith = (token: string, change: Partial<PartyAnswer> = {}) =>
  answerAsParty(passes(token), linkOf(token), { ...ANSWER, ...change })

/** A case that triage let through. */
export async function aTriagedCase(): Promise<OwnCase> {
  const own = await aCase()
  await inState(own, 'investigation')
  return own
}

/** Puts a case where it would be by the workflow. */
export const inState = (own: OwnCase, state: string, before: string | null = null) =>
  ownerPool().query(
    `UPDATE cases SET state = $2, state_before_awaiting = $3, triaged_at = now(), version = version + 1 WHERE id = $1`,
    [own.id, state, before],
  )

/** The worker's yes to contacting parties. Returns its id. */
export async function aYes(own: OwnCase): Promise<string> {
  const given = await giveOwnConsent(own.write, { kind: 'contact_party', language: 'vi' })
  if (!given.ok) throw new Error('no yes')
  return one<string>(`SELECT id AS value FROM consent WHERE case_id = $1 AND kind = 'contact_party'`, own.id)
}

/** A triaged case whose worker agreed that parties are contacted. */
export async function anOpenCase(): Promise<OwnCase> {
  const own = await aTriagedCase()
  await aYes(own)
  return own
}

/** A question to the first party of a case. */
export async function ask(officer: StaffActor, own: OwnCase, change: Partial<Question> = {}) {
  return askParty(staffGrant(officer, 'case.ask_party'), {
    number: await numberOf(own),
    requestId: randomUUID(),
    casePartyId: await one<string>('SELECT id AS value FROM case_party WHERE case_id = $1 LIMIT 1', own.id),
    lane: 'ordinary',
    items: [],
    language: 'en',
    allegation: TEXT,
    isAnother: false,
    witness: 'By phone on Friday: the agency may be asked about the fee, nothing else.',
    ...change,
  })
}

/** The token of a question that was asked. */
export async function aLink(officer: StaffActor, own: OwnCase, change: Partial<Question> = {}): Promise<string> {
  const asked = await ask(officer, own, change)
  if (!asked.ok) throw new Error(asked.error.code)
  return asked.value.token
}

/** The questions of a case as officers see them. */
export const requestsOf = (officer: StaffActor, own: OwnCase) =>
  within(staffGrant(officer, 'case.ask_party'), async (on) => listPartyRequests(on, await sealOf(on, own.id)))

/** The clocks of the parties of a case. */
export const partyClocks = async (own: OwnCase) =>
  (
    await ownerPool().query(
      `SELECT owner_kind, met_at IS NOT NULL AS met, cancelled_at IS NOT NULL AS cancelled, round(extract(epoch FROM due_at - created_at) / 86400) AS days FROM deadline WHERE case_id = $1 AND kind = 'party_answer'`,
      [own.id],
    )
  ).rows
