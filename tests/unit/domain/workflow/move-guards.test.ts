import { describe, expect, it } from 'vitest'
import { move, movesFrom } from '@/lib/domain/case-workflow'
import type { CaseFacts, MoveRequest } from '@/lib/domain/workflow/facts'
import type { CaseState } from '@/lib/domain/workflow/states'
import { aCaseWith, anOfficerAsks } from './case-facts'

const DAY = 24 * 3_600_000
const NOW = new Date('2026-11-21T00:00:00Z')
const own = { assigneeId: 'hanh' } as const

// What is known, where to, what the person adds, and the refusal (null: it moves).
type Row = [string, Partial<CaseFacts>, CaseState, Partial<MoveRequest>, string | null]
const triaged = { state: 'triage', severity: 'high', grievances: ['wages_unpaid'] } as const
const pending = { state: 'referral_pending_consent', ...own } as const
const inquiry = { state: 'investigation', ...own } as const
const agreed = {
  ...inquiry,
  hasConsentToContactParty: true,
  hasWorkerAgreedToMediation: true,
  hasPartyAgreedToMediation: true,
} as const

const ROWS: Row[] = [
  ['a case is received without any form', { state: 'received' }, 'triage', {}, null],
  ['triage needs a severity', { grievances: ['other'] }, 'assigned', { assigneeId: 'hanh' }, 'severity_missing'],
  ['triage needs a kind', { severity: 'low' }, 'assigned', { assigneeId: 'hanh' }, 'category_missing'],
  ['somebody must take it', triaged, 'assigned', {}, 'assignee_missing'],
  [
    'nobody with a tie takes it',
    triaged,
    'assigned',
    { assigneeId: 'hanh', hasAssigneeConflict: true },
    'assignee_conflict',
  ],
  ['it is assigned', triaged, 'assigned', { assigneeId: 'hanh' }, null],
  ['sending away needs a code', triaged, 'closed', { reason: 'x' }, 'closing_code_missing'],
  [
    'sending away has its own codes',
    triaged,
    'closed',
    { closingCode: 'remedied_full', reason: 'x' },
    'closing_code_not_allowed',
  ],
  [
    'sending away needs a reason',
    triaged,
    'closed',
    { closingCode: 'inadmissible_signposted', reason: ' ' },
    'reason_missing',
  ],
  [
    'sending away names another body',
    triaged,
    'closed',
    { closingCode: 'inadmissible_signposted', reason: 'x' },
    'signpost_missing',
  ],
  [
    'who is told of another body is sent there',
    triaged,
    'closed',
    { closingCode: 'inadmissible_signposted', reason: 'x', signpost: 'JP_FRESC' },
    null,
  ],
  ['waiting needs a question', triaged, 'awaiting_worker', {}, 'question_missing'],
  ['waiting begins with a question', triaged, 'awaiting_worker', { question: 'When?' }, null],
  [
    'waiting ends where it began',
    { state: 'awaiting_worker', stateBeforeAwaiting: 'triage' },
    'assigned',
    {},
    'not_previous_state',
  ],
  [
    'an answer takes it back',
    { state: 'awaiting_worker', stateBeforeAwaiting: 'triage' },
    'triage',
    { role: 'worker', actorId: null },
    null,
  ],
  [
    'a critical case does not end in silence',
    { state: 'awaiting_worker', severity: 'critical', stateBeforeAwaiting: 'triage' },
    'closed',
    { closingCode: 'worker_unreachable', reason: 'x' },
    'second_person_missing',
  ],
  [
    'the second person is another person',
    { state: 'awaiting_worker', severity: 'critical', stateBeforeAwaiting: 'triage', approvedById: 'hanh' },
    'closed',
    { closingCode: 'worker_unreachable', reason: 'x' },
    'second_person_missing',
  ],
  [
    'a quiet case may',
    { state: 'awaiting_worker', severity: 'low', stateBeforeAwaiting: 'triage' },
    'closed',
    { closingCode: 'worker_unreachable', reason: 'x' },
    null,
  ],
  [
    'another officer stays out',
    { state: 'assigned', assigneeId: 'aiko' },
    'investigation',
    { reason: 'x' },
    'not_assigned',
  ],
  [
    'a supervisor does not',
    { state: 'assigned', assigneeId: 'aiko' },
    'investigation',
    { role: 'supervisor', reason: 'x' },
    null,
  ],
  ['an inquiry needs a plan', { state: 'assigned', ...own }, 'investigation', {}, 'reason_missing'],
  [
    'no word to the company without consent',
    { state: 'assigned', ...own },
    'investigation',
    { reason: 'x', contactsParty: true },
    'consent_missing',
  ],
  [
    'a word to the company with consent',
    { state: 'assigned', ...own, hasConsentToContactParty: true },
    'investigation',
    { reason: 'x', contactsParty: true },
    null,
  ],
  ['a referral needs a body', inquiry, 'referral_pending_consent', {}, 'body_missing'],
  ['a referral lists what goes', inquiry, 'referral_pending_consent', { bodyCode: 'JP_LSIO' }, 'data_scope_missing'],
  ['a referral is prepared', inquiry, 'referral_pending_consent', { bodyCode: 'JP_LSIO', dataScope: ['story'] }, null],
  ['nothing is sent without consent', pending, 'referred', {}, 'consent_missing'],
  ['life at risk needs two people', pending, 'referred', { isVitalInterest: true }, 'second_person_missing'],
  ['life at risk and two people', { ...pending, approvedById: 'aiko' }, 'referred', { isVitalInterest: true }, null],
  [
    'a proxy is confirmed first',
    { ...pending, hasConsentForReferral: true, isProxyUnconfirmed: true },
    'referred',
    {},
    'worker_confirmation_missing',
  ],
  [
    'Myanmar bodies need a second look',
    { ...pending, hasConsentForReferral: true, referralBodyCountry: 'MM' },
    'referred',
    {},
    'dangerous_body_unconfirmed',
  ],
  [
    'a second look leaves a note',
    { ...pending, hasConsentForReferral: true, referralBodyCountry: 'MM' },
    'referred',
    { isDangerousBodyConfirmed: true, reason: ' ' },
    'reason_missing',
  ],
  [
    'a second look was taken',
    { ...pending, hasConsentForReferral: true, referralBodyCountry: 'MM' },
    'referred',
    { isDangerousBodyConfirmed: true, reason: 'The family is in Japan.' },
    null,
  ],
  [
    'with consent it is sent',
    { ...pending, hasConsentForReferral: true, referralBodyCountry: 'JP' },
    'referred',
    {},
    null,
  ],
  [
    'a body is asked three times',
    { state: 'referred', ...own },
    'investigation',
    { reason: 'x' },
    'body_answer_missing',
  ],
  [
    'a body answered',
    { state: 'referred', ...own, isReferralAnswered: true },
    'closed',
    { closingCode: 'referred_confirmed_outcome', reason: 'x' },
    null,
  ],
  ['mediation needs leave to talk', inquiry, 'mediation', {}, 'consent_missing'],
  [
    'mediation needs the worker',
    { ...inquiry, hasConsentToContactParty: true },
    'mediation',
    {},
    'worker_agreement_missing',
  ],
  [
    'mediation needs the party',
    { ...agreed, hasPartyAgreedToMediation: false },
    'mediation',
    {},
    'party_consent_missing',
  ],
  ['violence is not mediated', { ...agreed, grievances: ['violence'] }, 'mediation', {}, 'mediation_excluded'],
  [
    'unless a second officer agrees',
    { ...agreed, grievances: ['violence'], approvedById: 'aiko' },
    'mediation',
    {},
    null,
  ],
  ['both agree', agreed, 'mediation', {}, null],
  ['a remedy is written', inquiry, 'remedy_agreed', {}, 'remedy_missing'],
  ['a remedy is accepted', { ...inquiry, hasRemedy: true }, 'remedy_agreed', {}, 'worker_acceptance_missing'],
  ['a remedy is agreed', { ...inquiry, hasRemedy: true, hasWorkerAcceptedRemedy: true }, 'remedy_agreed', {}, null],
  ['delivery is proved', { state: 'remedy_agreed', ...own }, 'remedy_delivered', {}, 'evidence_missing'],
  [
    'delivery is confirmed',
    { state: 'remedy_agreed', ...own, hasDeliveryEvidence: true },
    'remedy_delivered',
    {},
    'delivery_not_confirmed',
  ],
  [
    'delivery is done',
    { state: 'remedy_agreed', ...own, hasDeliveryEvidence: true, hasWorkerConfirmedDelivery: true },
    'remedy_delivered',
    {},
    null,
  ],
  [
    'a worker stops only as a worker',
    inquiry,
    'closed',
    { role: 'worker', closingCode: 'not_substantiated' },
    'closing_code_not_allowed',
  ],
  [
    'a worker is asked about pressure',
    inquiry,
    'closed',
    { role: 'worker', closingCode: 'withdrawn_free' },
    'pressure_question_missing',
  ],
  [
    'a worker stops',
    inquiry,
    'closed',
    { role: 'worker', closingCode: 'withdrawn_free', wasAskedAboutPressure: true },
    null,
  ],
  [
    'opening again has a ground',
    { state: 'closed', closedAt: NOW },
    'reopened',
    { role: 'worker' },
    'reopening_reason_missing',
  ],
  [
    'opening again within a year',
    { state: 'closed', closedAt: new Date('2025-11-21T00:00:00Z') },
    'reopened',
    { role: 'worker', reopeningReason: 'new_fact' },
    null,
  ],
  [
    'not a day later',
    { state: 'closed', closedAt: new Date('2025-11-20T00:00:00Z') },
    'reopened',
    { role: 'worker', reopeningReason: 'new_fact' },
    'reopen_too_late',
  ],
  [
    'an officer may later',
    { state: 'closed', closedAt: new Date('2020-11-20T00:00:00Z') },
    'reopened',
    { reopeningReason: 'retaliation', reason: 'x' },
    null,
  ],
  [
    'an appeal within 60 days',
    { state: 'closed', closedAt: new Date(NOW.getTime() - 60 * DAY) },
    'appeal',
    { role: 'worker' },
    null,
  ],
  [
    'not on the 61st',
    { state: 'closed', closedAt: new Date(NOW.getTime() - 61 * DAY) },
    'appeal',
    { role: 'worker' },
    'appeal_too_late',
  ],
  [
    'an appeal goes to another officer',
    { ...triaged, state: 'appeal', closedById: 'aiko' },
    'assigned',
    { assigneeId: 'aiko' },
    'same_officer',
  ],
  [
    'an appeal is decided by another',
    { ...triaged, state: 'appeal', closedById: 'hanh' },
    'closed',
    { closingCode: 'not_substantiated', reason: 'x' },
    'same_officer',
  ],
]

describe('the guards of a move', () => {
  it.each(ROWS)('%s', (_title, known, to, added, refusal) => {
    const facts = aCaseWith(known)
    const made = move(facts, to, anOfficerAsks(added))
    expect(made).toEqual(
      refusal === null ? { ok: true, value: to } : { ok: false, error: { code: refusal, from: facts.state, to } },
    )
  })

  it('shows an officer what is still in the way, and what the form asks', () => {
    const moves = movesFrom(aCaseWith({ ...triaged, severity: null }), 'caseworker', NOW, 'hanh')
    expect(moves).toContainEqual({
      to: 'assigned',
      guard: 'severity_missing',
      asks: ['assigneeId', 'hasAssigneeConflict'],
    })
    expect(moves).toContainEqual({ to: 'awaiting_worker', guard: null, asks: ['question'] })
  })
})
