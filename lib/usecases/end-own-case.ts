import 'server-only'
import { appendAudit } from '@/lib/data/audit'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { endLimitationClock } from '@/lib/data/limitation-clock'
import { notify } from '@/lib/data/notices'
import { updateOwnCase, type OwnCase, type OwnCaseChange } from '@/lib/data/own-case'
import type { Scoped } from '@/lib/data/within'
import { move } from '@/lib/domain/case-workflow'
import type { ClosingCode } from '@/lib/domain/workflow/outcomes'
import { factsForWorker } from '@/lib/domain/workflow/worker-facts'

/** `wasPressed`: the answer to whether somebody makes the worker stop; null when left open. */
export type Ending = { readonly wasPressed: boolean | null; readonly eraseDueAt?: Date | undefined; readonly at: Date }

/**
 * Ends a case because its worker stops it. Whoever is made to stop keeps a protective watch: such a case gets no day of
 * erasing (domain notes, part 5). Returns the closing code, or null when the case was closed already.
 */
export async function endOwnCase(
  on: Scoped<'own_case.write'>,
  own: OwnCase,
  ending: Ending,
): Promise<ClosingCode | null> {
  const { eraseDueAt, at } = ending
  // A question left open does not end a watch that an earlier answer began.
  const wasPressed = ending.wasPressed ?? own.closingCode === 'withdrawn_suspected_pressure'
  const erasing: OwnCaseChange = eraseDueAt && !wasPressed ? { eraseDueAt } : {}
  const closingCode = wasPressed ? 'withdrawn_suspected_pressure' : 'withdrawn_free'
  const closed = move(factsForWorker(own), 'closed', {
    role: 'worker',
    actorId: null,
    at,
    closingCode,
    wasAskedAboutPressure: true,
  })
  if (!closed.ok) {
    await updateOwnCase(on, own, erasing, at)
    return null
  }
  await updateOwnCase(on, own, { state: closed.value, closingCode, ...erasing }, at)
  await endLimitationClock(on, own.id, at)
  await refreshDeadlines(on, own.id, at)
  await notify(on, { caseId: own.id, kind: 'withdrawn', key: `${own.id}:${own.version}` })
  await appendAudit(on, own.office.id, 'case.state_changed', {
    caseId: own.id,
    detail: { from: own.state, to: 'closed', closingCode },
  })
  return closingCode
}
