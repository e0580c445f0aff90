import 'server-only'
import { appendAudit } from '@/lib/data/audit'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { updateOwnCase, updateOwnStateBefore, type OwnCase } from '@/lib/data/own-case'
import { isReferralWaiting } from '@/lib/data/own-referrals'
import type { Scoped } from '@/lib/data/within'
import { move } from '@/lib/domain/case-workflow'
import { factsForWorker } from '@/lib/domain/workflow/worker-facts'

/** A case whose referral may not be sent any more goes back to where an officer works on it. Nothing when another one still waits. */
export async function fallBack(on: Scoped<'own_case.write'>, own: OwnCase, at: Date): Promise<void> {
  if (await isReferralWaiting(on)) return
  if (own.state === 'awaiting_worker' && own.stateBeforeAwaiting === 'referral_pending_consent')
    return updateOwnStateBefore(on, 'investigation')
  const back = move(factsForWorker(own), 'investigation', { role: 'worker', actorId: null, at })
  if (!back.ok) return
  await updateOwnCase(on, own, { state: back.value }, at)
  await refreshDeadlines(on, own.id, at)
  await appendAudit(on, own.office.id, 'case.state_changed', {
    caseId: own.id,
    detail: { from: own.state, to: back.value, closingCode: null },
  })
}
