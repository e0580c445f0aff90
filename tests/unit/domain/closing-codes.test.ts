import { describe, expect, it } from 'vitest'
import { closingCodesFor } from '@/lib/domain/closing-codes'
import { factsForWorker } from '@/lib/domain/workflow/worker-facts'
import type { CaseState } from '@/lib/domain/workflow/states'

const codesIn = (state: CaseState) =>
  closingCodesFor(
    { ...factsForWorker({ state, severity: 'low', stateBeforeAwaiting: null, closedAt: null }), assigneeId: 'officer' },
    'caseworker',
    'officer',
    new Date(),
  )

describe('the ways a case can be closed', () => {
  it('in triage are to send the worker on and to merge', () => {
    expect(codesIn('triage')).toEqual(['inadmissible_signposted', 'duplicate_merged'])
  })

  it('while waiting for the worker are silence and a return home', () => {
    expect(codesIn('awaiting_worker')).toEqual(['worker_unreachable', 'returned_home_followup'])
  })

  it('after a referral are about what the body did, whether or not it has answered yet', () => {
    expect(codesIn('referred')).toEqual([
      'referred_confirmed_outcome',
      'referred_no_feedback',
      'authority_proceeding',
      'returned_home_followup',
    ])
  })
})
