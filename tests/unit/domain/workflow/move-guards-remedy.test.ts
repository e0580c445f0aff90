import { describe, expect, it } from 'vitest'
import { move } from '@/lib/domain/case-workflow'
import { aCaseWith, anOfficerAsks } from './case-facts'
import { DAY, inquiry, NOW, own, triaged, type GuardRow } from './guard-rows'

const agreed = {
  ...inquiry,
  hasConsentToContactParty: true,
  hasWorkerAgreedToMediation: true,
  hasPartyAgreedToMediation: true,
} as const

const ROWS: GuardRow[] = [
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

describe('the guards of a move to a remedy, an end and an appeal', () => {
  it.each(ROWS)('%s', (_title, known, to, added, refusal) => {
    const facts = aCaseWith(known)
    const made = move(facts, to, anOfficerAsks(added))
    expect(made).toEqual(
      refusal === null ? { ok: true, value: to } : { ok: false, error: { code: refusal, from: facts.state, to } },
    )
  })
})
