import { describe, expect, it } from 'vitest'
import { move, movesFrom } from '@/lib/domain/case-workflow'
import { aCaseWith, anOfficerAsks } from './case-facts'
import { inquiry, NOW, own, triaged, type GuardRow } from './guard-rows'

const pending = { state: 'referral_pending_consent', ...own } as const

const ROWS: GuardRow[] = [
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
