import { describe, expect, it } from 'vitest'
import { move } from '@/lib/domain/case-workflow'
import type { ActorRole, CaseFacts, MoveRequest } from '@/lib/domain/workflow/facts'
import { STATES } from '@/lib/domain/workflow/states'
import { aCaseWith } from './case-facts'
import { CELLS, NOW, type Cell } from './guard-cells'

const ROLES: Readonly<Record<Cell['actor'], readonly ActorRole[]>> = {
  worker: ['worker'],
  officer: ['caseworker', 'supervisor'],
  system: ['system'],
}
const ALL_ROLES = Object.values(ROLES).flat()

/** A case in which everything is as it should be, held by Hanh and confirmed by Aiko, closed ten days ago. */
const ALL_MET: Partial<CaseFacts> = {
  severity: 'high',
  grievances: ['wages_unpaid'],
  assigneeId: 'hanh',
  hasConsentToContactParty: true,
  hasConsentForReferral: true,
  referralBodyCountry: 'JP',
  isReferralAnswered: true,
  hasWorkerAgreedToMediation: true,
  hasPartyAgreedToMediation: true,
  approvedById: 'aiko',
  hasRemedy: true,
  hasWorkerAcceptedRemedy: true,
  hasDeliveryEvidence: true,
  hasWorkerConfirmedDelivery: true,
  closedAt: new Date(NOW.getTime() - 10 * 86_400_000),
  closedById: 'minh',
}
/** Everything a form can say, said. */
const ALL_SAID: Partial<MoveRequest> = {
  reason: 'We looked at it.',
  question: 'When was it?',
  assigneeId: 'hanh',
  hasAssigneeConflict: false,
  contactsParty: false,
  bodyCode: 'JP_LSIO',
  dataScope: ['story'],
  signpost: 'JP_FRESC',
  reopeningReason: 'new_fact',
}

function tried(
  cell: Pick<Cell, 'from' | 'to' | 'met'>,
  role: ActorRole,
  unmet: Omit<Cell['rules'][number], 'code'> = {},
) {
  const actorId = role === 'caseworker' || role === 'supervisor' ? 'hanh' : null
  const facts = aCaseWith({ ...ALL_MET, state: cell.from, ...cell.met?.facts, ...unmet.facts })
  const made = move(facts, cell.to, { ...ALL_SAID, role, actorId, at: NOW, ...cell.met?.request, ...unmet.request })
  return made.ok ? 'moved' : made.error.code
}

const allowed = CELLS.flatMap((cell) => ROLES[cell.actor].map((role) => ({ ...cell, role })))
const known = new Set(allowed.map(({ from, to, role }) => `${from} ${to} ${role}`))

describe('every cell of the guard table', () => {
  it.each(allowed)('$role: $from to $to, with everything met', (cell) => {
    expect(tried(cell, cell.role)).toBe('moved')
  })

  const unmet = allowed.flatMap((cell) => cell.rules.map((rule) => ({ ...cell, rule, code: rule.code })))
  it.each(unmet)('$role: $from to $to is refused: $code', ({ rule, ...cell }) => {
    expect(tried(cell, cell.role, rule)).toBe(rule.code)
  })

  it.each(STATES.flatMap((from) => STATES.map((to) => ({ from, to }))))('$from to $to: nobody else', ({ from, to }) => {
    for (const role of ALL_ROLES.filter((one) => !known.has(`${from} ${to} ${one}`))) {
      // Whatever is said and known, and wherever it waited before.
      expect(['move_not_allowed', 'actor_not_allowed']).toContain(
        tried({ from, to, met: { facts: { stateBeforeAwaiting: to } } }, role),
      )
    }
  })
})

describe('who acts for the office', () => {
  const HELD = [
    'assigned',
    'investigation',
    'mediation',
    'referral_pending_consent',
    'referred',
    'remedy_agreed',
    'remedy_delivered',
  ]
  const ofCaseworkers = allowed.filter(({ role }) => role === 'caseworker')

  it.each(ofCaseworkers)('$from to $to by a caseworker who does not hold it', (cell) => {
    const standing = cell.from === 'awaiting_worker' ? (cell.met?.facts?.stateBeforeAwaiting ?? 'triage') : cell.from
    const outcome = tried(cell, 'caseworker', { facts: { assigneeId: 'minh' } })
    expect(outcome).toBe(HELD.includes(standing) ? 'not_assigned' : 'moved')
    expect(tried(cell, 'supervisor', { facts: { assigneeId: 'minh' } })).toBe('moved')
  })
})

describe('silence', () => {
  it.each(STATES)('the system ends nothing, and moves nothing out of a wait: %s', (to) => {
    for (const severity of ['critical', 'high', 'medium', 'low'] as const) {
      const facts = { severity, stateBeforeAwaiting: to }
      const outcome = tried({ from: 'awaiting_worker', to, met: { facts } }, 'system')
      expect(['move_not_allowed', 'actor_not_allowed']).toContain(outcome)
    }
  })

  it.each(['high', 'medium', 'low'] as const)('a %s case may end in it on one officer’s word', (severity) => {
    const cell = { from: 'awaiting_worker', to: 'closed' } as const
    const met = { facts: { severity, approvedById: null }, request: { closingCode: 'worker_unreachable' } } as const
    expect(tried({ ...cell, met }, 'caseworker')).toBe('moved')
  })
})
