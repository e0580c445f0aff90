import { expect, it } from 'vitest'
import { move } from '@/lib/domain/case-workflow'
import { CLOSING_CODES, type ClosingCode } from '@/lib/domain/workflow/outcomes'
import { STATES, type CaseState } from '@/lib/domain/workflow/states'
import { aCaseWith, anOfficerAsks } from './case-facts'

// Which end an officer may write from where; written down by hand, so that a code that slips into a list is seen.
const ENDS: { readonly [state in CaseState]?: readonly ClosingCode[] } = {
  triage: ['inadmissible_signposted', 'duplicate_merged'],
  awaiting_worker: ['worker_unreachable', 'returned_home_followup'],
  investigation: [
    'remedied_full',
    'remedied_partial',
    'remedy_refused_by_party',
    'authority_proceeding',
    'not_substantiated',
    'duplicate_merged',
    'returned_home_followup',
  ],
  referred: ['referred_confirmed_outcome', 'referred_no_feedback', 'authority_proceeding', 'returned_home_followup'],
  remedy_delivered: ['remedied_full', 'remedied_partial', 'returned_home_followup'],
  appeal: [
    'not_substantiated',
    'inadmissible_signposted',
    'authority_proceeding',
    'remedied_full',
    'remedied_partial',
    'remedy_refused_by_party',
  ],
}

const CELLS = STATES.flatMap((from) => CLOSING_CODES.map((code) => ({ from, code })))

it.each(CELLS)('an officer ends $from as $code only where that fits', ({ from, code }) => {
  const facts = aCaseWith({
    state: from,
    severity: 'low',
    assigneeId: 'hanh',
    stateBeforeAwaiting: 'assigned',
    isReferralAnswered: true,
  })
  const asked = anOfficerAsks({ closingCode: code, reason: 'We told the worker why.', signpost: 'JP_FRESC' })
  expect(move(facts, 'closed', asked).ok).toBe(ENDS[from]?.includes(code) ?? false)
})

it.each(CELLS)('a worker ends $from as $code only by stopping', ({ from, code }) => {
  const facts = aCaseWith({ state: from, stateBeforeAwaiting: 'assigned' })
  const asked = {
    role: 'worker',
    actorId: null,
    at: new Date(0),
    closingCode: code,
    wasAskedAboutPressure: true,
  } as const
  const isStop = code === 'withdrawn_free' || code === 'withdrawn_suspected_pressure'
  expect(move(facts, 'closed', asked).ok).toBe(isStop && from !== 'closed')
})
