import 'server-only'
import type { CaseWriter } from './case-state'
import type { Scoped } from './within'

/** Whether the person of the grant did this to the case before by the form of this id: a second tap finds the first one here. */
export async function wasDoneByForm(
  on: Scoped<CaseWriter>,
  caseId: string,
  action: string,
  requestId: string,
): Promise<boolean> {
  const found = await on.db.auditEvent.findFirst({
    where: { caseId, action, actorId: on.grant.actor.id, detail: { path: ['requestId'], equals: requestId } },
    select: { id: true },
  })
  return found !== null
}

/** Whether a tie of this officer to a party of the case was ever declared, by themselves or by who wanted to give them the case. */
export async function hasDeclaredConflict(on: Scoped<CaseWriter>, caseId: string, staffId: string): Promise<boolean> {
  const found = await on.db.auditEvent.findFirst({
    where: { caseId, action: 'case.conflict_declared', detail: { path: ['staffId'], equals: staffId } },
    select: { id: true },
  })
  return found !== null
}
