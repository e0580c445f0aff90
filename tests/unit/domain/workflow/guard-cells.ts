import type { CaseFacts, MoveRequest } from '@/lib/domain/workflow/facts'
import type { CaseState } from '@/lib/domain/workflow/states'

// The guard table written down a second time, from the house's workflow and not from lib/domain/workflow/moves.ts: for every
// move who may make it, and each rule as what is missing when it is not met. The tests go through every cell of it.

/** What makes a rule unmet, and the refusal that then comes. */
export type Unmet = {
  readonly facts?: Partial<CaseFacts>
  readonly request?: Partial<MoveRequest>
  readonly code: string
}
/** One cell: a kind of actor from one state to another, its rules, and what it does with them all met where that is its own. */
export type Cell = {
  readonly from: CaseState
  readonly to: CaseState
  readonly actor: 'worker' | 'officer' | 'system'
  readonly met?: { readonly facts?: Partial<CaseFacts>; readonly request?: Partial<MoveRequest> }
  readonly rules: readonly Unmet[]
}

export const NOW = new Date('2026-11-21T00:00:00Z')
const DAY = 86_400_000
const REASON: Unmet = { request: { reason: '  ' }, code: 'reason_missing' }
const NO_CODE: Unmet = { request: { closingCode: undefined }, code: 'closing_code_missing' }
const wrongCode = (closingCode: MoveRequest['closingCode']): Unmet => ({
  request: { closingCode },
  code: 'closing_code_not_allowed',
})
const SECOND: Unmet = { facts: { approvedById: null }, code: 'second_person_missing' }
const OWN_SECOND: Unmet = { facts: { approvedById: 'hanh' }, code: 'second_person_missing' }

const OPEN_STATES = [
  'received',
  'triage',
  'assigned',
  'investigation',
  'mediation',
  'referral_pending_consent',
  'referred',
  'remedy_agreed',
  'remedy_delivered',
  'reopened',
  'appeal',
] as const satisfies readonly CaseState[]

/** Any open case may wait for its worker, once a question was sent; it goes back to where it was and nowhere else. */
const waiting: Cell[] = OPEN_STATES.flatMap((state): Cell[] => [
  {
    from: state,
    to: 'awaiting_worker',
    actor: 'officer',
    rules: [{ request: { question: '' }, code: 'question_missing' }],
  },
  ...(['worker', 'officer'] as const).map((actor): Cell => ({
    from: 'awaiting_worker',
    to: state,
    actor,
    met: { facts: { stateBeforeAwaiting: state } },
    rules: [
      { facts: { stateBeforeAwaiting: state === 'triage' ? 'received' : 'triage' }, code: 'not_previous_state' },
      { facts: { stateBeforeAwaiting: null }, code: 'not_previous_state' },
    ],
  })),
])

/** A worker stops an open case from anywhere, after the private question. */
const withdrawals: Cell[] = [...OPEN_STATES, 'awaiting_worker' as const].map((from) => ({
  from,
  to: 'closed',
  actor: 'worker',
  met: { request: { closingCode: 'withdrawn_suspected_pressure', wasAskedAboutPressure: true } },
  rules: [
    NO_CODE,
    wrongCode('not_substantiated'),
    { request: { wasAskedAboutPressure: false }, code: 'pressure_question_missing' },
  ],
}))

const TAKEN: readonly Unmet[] = [
  { facts: { severity: null }, code: 'severity_missing' },
  { facts: { grievances: [] }, code: 'category_missing' },
  { request: { assigneeId: '' }, code: 'assignee_missing' },
  { request: { hasAssigneeConflict: true }, code: 'assignee_conflict' },
]
const REMEDY: readonly Unmet[] = [
  { facts: { hasRemedy: false }, code: 'remedy_missing' },
  { facts: { hasWorkerAcceptedRemedy: false }, code: 'worker_acceptance_missing' },
]
const BODY: readonly Unmet[] = [
  { request: { bodyCode: ' ' }, code: 'body_missing' },
  { request: { dataScope: [] }, code: 'data_scope_missing' },
]
const SIGNPOST: Unmet = { request: { signpost: '' }, code: 'signpost_missing' }
const UNANSWERED: Unmet = { facts: { isReferralAnswered: false }, code: 'body_answer_missing' }
const INADMISSIBLE = { request: { closingCode: 'inadmissible_signposted' } } as const

const officers: Omit<Cell, 'actor'>[] = [
  { from: 'received', to: 'triage', rules: [] },
  { from: 'triage', to: 'assigned', rules: TAKEN },
  {
    from: 'triage',
    to: 'closed',
    met: INADMISSIBLE,
    rules: [NO_CODE, wrongCode('not_substantiated'), REASON, SIGNPOST],
  },
  { from: 'reopened', to: 'assigned', rules: TAKEN },
  {
    from: 'appeal',
    to: 'assigned',
    rules: [...TAKEN, { facts: { closedById: 'aiko' }, request: { assigneeId: 'aiko' }, code: 'same_officer' }],
  },
  {
    from: 'appeal',
    to: 'closed',
    met: INADMISSIBLE,
    rules: [
      { facts: { closedById: 'hanh' }, code: 'same_officer' },
      NO_CODE,
      wrongCode('duplicate_merged'),
      REASON,
      SIGNPOST,
    ],
  },
  {
    from: 'assigned',
    to: 'investigation',
    met: { request: { contactsParty: true } },
    rules: [REASON, { facts: { hasConsentToContactParty: false }, code: 'consent_missing' }],
  },
  { from: 'assigned', to: 'referral_pending_consent', rules: BODY },
  { from: 'investigation', to: 'referral_pending_consent', rules: BODY },
  {
    from: 'investigation',
    to: 'mediation',
    rules: [
      { facts: { isProxyUnconfirmed: true }, code: 'worker_confirmation_missing' },
      { facts: { hasConsentToContactParty: false }, code: 'consent_missing' },
      { facts: { hasWorkerAgreedToMediation: false }, code: 'worker_agreement_missing' },
      { facts: { hasPartyAgreedToMediation: false }, code: 'party_consent_missing' },
      ...(['violence', 'sexual_harassment_violence', 'trafficking_suspected'] as const).map((code): Unmet => ({
        facts: { grievances: ['wages_unpaid', code], approvedById: null },
        code: 'mediation_excluded',
      })),
    ],
  },
  { from: 'investigation', to: 'remedy_agreed', rules: REMEDY },
  { from: 'mediation', to: 'remedy_agreed', rules: REMEDY },
  { from: 'mediation', to: 'investigation', rules: [REASON] },
  {
    from: 'investigation',
    to: 'closed',
    met: { request: { closingCode: 'not_substantiated' } },
    rules: [NO_CODE, wrongCode('worker_unreachable'), wrongCode('withdrawn_free'), REASON],
  },
  { from: 'referral_pending_consent', to: 'investigation', rules: [REASON] },
  {
    from: 'referral_pending_consent',
    to: 'referred',
    met: { facts: { referralBodyCountry: 'MM' }, request: { isDangerousBodyConfirmed: true } },
    rules: [
      { facts: { isProxyUnconfirmed: true }, code: 'worker_confirmation_missing' },
      { facts: { hasConsentForReferral: false }, code: 'consent_missing' },
      { ...SECOND, facts: { ...SECOND.facts, hasConsentForReferral: false }, request: { isVitalInterest: true } },
      {
        ...OWN_SECOND,
        facts: { ...OWN_SECOND.facts, hasConsentForReferral: false },
        request: { isVitalInterest: true },
      },
      { request: { isDangerousBodyConfirmed: false }, code: 'dangerous_body_unconfirmed' },
      REASON,
    ],
  },
  { from: 'referred', to: 'investigation', rules: [UNANSWERED, REASON] },
  {
    from: 'referred',
    to: 'closed',
    met: { request: { closingCode: 'referred_no_feedback' } },
    rules: [UNANSWERED, NO_CODE, wrongCode('not_substantiated'), REASON],
  },
  {
    from: 'remedy_agreed',
    to: 'remedy_delivered',
    rules: [
      { facts: { hasDeliveryEvidence: false }, code: 'evidence_missing' },
      { facts: { hasWorkerConfirmedDelivery: false }, code: 'delivery_not_confirmed' },
    ],
  },
  { from: 'remedy_agreed', to: 'investigation', rules: [REASON] },
  {
    from: 'remedy_delivered',
    to: 'closed',
    met: { request: { closingCode: 'remedied_full' } },
    rules: [NO_CODE, wrongCode('not_substantiated'), REASON],
  },
  {
    from: 'awaiting_worker',
    to: 'closed',
    met: { facts: { severity: 'critical' }, request: { closingCode: 'worker_unreachable' } },
    rules: [NO_CODE, wrongCode('not_substantiated'), REASON, SECOND, OWN_SECOND],
  },
  {
    from: 'closed',
    to: 'reopened',
    rules: [{ request: { reopeningReason: undefined }, code: 'reopening_reason_missing' }, REASON],
  },
]

/** Every cell where somebody may; whatever is not here is refused to everybody. */
export const CELLS: readonly Cell[] = [
  ...waiting,
  ...withdrawals,
  ...officers.map((cell): Cell => ({ ...cell, actor: 'officer' })),
  { from: 'received', to: 'triage', actor: 'system', rules: [] },
  { from: 'referral_pending_consent', to: 'investigation', actor: 'worker', rules: [] },
  {
    from: 'closed',
    to: 'reopened',
    actor: 'worker',
    rules: [
      { request: { reopeningReason: undefined }, code: 'reopening_reason_missing' },
      { facts: { closedAt: new Date('2025-11-20T23:59:59Z') }, code: 'reopen_too_late' },
    ],
  },
  {
    from: 'closed',
    to: 'appeal',
    actor: 'worker',
    rules: [{ facts: { closedAt: new Date(NOW.getTime() - 60 * DAY - 1) }, code: 'appeal_too_late' }],
  },
]
