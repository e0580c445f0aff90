import { expect, it } from 'vitest'
import { waitingOn } from '@/lib/domain/waiting-on'
import { STATES } from '@/lib/domain/workflow/states'

/** By state: when nothing is open; a body was asked; a party was asked; both. */
const TABLE = {
  received: ['officer', 'body', 'party', 'party'],
  triage: ['officer', 'body', 'party', 'party'],
  awaiting_worker: ['worker', 'worker', 'worker', 'worker'],
  assigned: ['officer', 'body', 'party', 'party'],
  investigation: ['officer', 'body', 'party', 'party'],
  mediation: ['officer', 'body', 'party', 'party'],
  referral_pending_consent: ['officer', 'body', 'party', 'party'],
  referred: ['officer', 'body', 'party', 'body'],
  remedy_agreed: ['party', 'party', 'party', 'party'],
  remedy_delivered: ['officer', 'body', 'party', 'party'],
  closed: [null, null, null, null],
  reopened: ['officer', 'body', 'party', 'party'],
  appeal: ['officer', 'body', 'party', 'party'],
} as const

it.each(STATES)('%s', (state) => {
  const said = [
    waitingOn(state, { bodyWaits: false, partyWaits: false }),
    waitingOn(state, { bodyWaits: true, partyWaits: false }),
    waitingOn(state, { bodyWaits: false, partyWaits: true }),
    waitingOn(state, { bodyWaits: true, partyWaits: true }),
  ]
  expect(said).toEqual(TABLE[state])
})
