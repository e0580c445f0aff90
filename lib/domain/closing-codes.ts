import { move } from './case-workflow'
import { DECLARATIONS, factsDeclared } from './move-declarations'
import type { ActorRole, CaseFacts } from './workflow/facts'
import { CLOSING_CODES, type ClosingCode } from './workflow/outcomes'

/** The ways a case can be closed from where it stands, for the choice in the form; what else the move needs is not asked here. */
export function closingCodesFor(facts: CaseFacts, role: ActorRole, actorId: string, at: Date): readonly ClosingCode[] {
  const complete = factsDeclared(facts, DECLARATIONS, true)
  return CLOSING_CODES.filter((closingCode) => {
    const moved = move(complete, 'closed', { role, actorId, at, closingCode, reason: '-', signpost: '-' })
    return moved.ok || moved.error.code !== 'closing_code_not_allowed'
  })
}
