import { err, ok, type Result } from './result'
import type { ActorRole, CaseFacts, MoveRequest, RequestField } from './workflow/facts'
import type { MoveError, MoveErrorCode } from './workflow/move-errors'
import { MOVES, type MoveRule } from './workflow/moves'
import { STATES, type CaseState } from './workflow/states'

/** States in which only the assignee, or a supervisor, acts for the office. */
const NEEDS_ASSIGNEE: readonly CaseState[] = [
  'assigned',
  'investigation',
  'mediation',
  'referral_pending_consent',
  'referred',
  'remedy_agreed',
  'remedy_delivered',
]

/**
 * Whether a case may go to another state, and if so that state. Pure: the use case loads the facts,
 * asks, and writes the answer in the same transaction.
 * Errors: `move_not_allowed` (no such move), `actor_not_allowed`, `not_assigned`, then the first
 * unmet rule of the move, see MOVE_ERROR_CODES.
 */
export function move(facts: CaseFacts, to: CaseState, request: MoveRequest): Result<CaseState, MoveError> {
  const refusal =
    refusalBefore(facts, to, request.role, request.actorId, request.at) ??
    firstRefusal(ruleFor(facts.state, to, request.role)?.request ?? [], (guard) => guard(facts, request))
  return refusal === null ? ok(to) : err({ code: refusal, from: facts.state, to })
}

/** A move an actor may make, with the rule that still stands in its way and what it asks for. */
export type PossibleMove = {
  readonly to: CaseState
  readonly guard: MoveErrorCode | null
  readonly asks: readonly RequestField[]
}

/**
 * The moves an actor may make from here, in the order of the states. `guard` names the rule about
 * the case that is not met yet, null when only the form is left to fill in.
 * Without an `actorId` the assignee is not checked.
 */
export function movesFrom(facts: CaseFacts, role: ActorRole, at: Date, actorId: string | null = null): PossibleMove[] {
  return STATES.flatMap((to) => {
    const rule = ruleFor(facts.state, to, role)
    if (rule === undefined || isWrongWayBack(facts, to)) return []
    const assignee = actorId ?? facts.assigneeId
    return [{ to, guard: refusalBefore(facts, to, role, assignee, at), asks: rule.asks }]
  })
}

function refusalBefore(
  facts: CaseFacts,
  to: CaseState,
  role: ActorRole,
  actorId: string | null,
  at: Date,
): MoveErrorCode | null {
  if (MOVES[facts.state][to] === undefined) return 'move_not_allowed'
  const rule = ruleFor(facts.state, to, role)
  if (rule === undefined) return 'actor_not_allowed'
  const isOthersCase = role === 'caseworker' && actorId !== facts.assigneeId
  if (isOthersCase && NEEDS_ASSIGNEE.includes(standingOf(facts))) return 'not_assigned'
  return firstRefusal(rule.facts, (guard) => guard(facts, at))
}

// A case that waits for the worker still belongs to whoever held it before.
function standingOf(facts: CaseFacts): CaseState {
  return facts.state === 'awaiting_worker' ? (facts.stateBeforeAwaiting ?? 'triage') : facts.state
}

function isWrongWayBack(facts: CaseFacts, to: CaseState): boolean {
  return facts.state === 'awaiting_worker' && to !== 'closed' && to !== facts.stateBeforeAwaiting
}

function ruleFor(from: CaseState, to: CaseState, role: ActorRole): MoveRule | undefined {
  const actor = role === 'caseworker' || role === 'supervisor' ? 'officer' : role
  return MOVES[from][to]?.[actor]
}

function firstRefusal<G>(guards: readonly G[], ask: (guard: G) => MoveErrorCode | null): MoveErrorCode | null {
  for (const guard of guards) {
    const refusal = ask(guard)
    if (refusal !== null) return refusal
  }
  return null
}
