import { randomUUID } from 'node:crypto'
import { grantOpen } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { refreshDeadlines } from '@/lib/data/deadlines'
import { lockOwnCase, updateOwnCase } from '@/lib/data/own-case'
import { listApprovalRequests } from '@/lib/data/move-approvals'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import type { CaseState } from '@/lib/domain/workflow/states'
import { approveMove, requestMoveApproval } from '@/lib/usecases/approve-move'
import { changeCaseState } from '@/lib/usecases/change-case-state'
import { takeCase } from '@/lib/usecases/take-case'
import { writeMessage } from '@/lib/usecases/write-message'
import { writeOwnMessage } from '@/lib/usecases/write-own-message'
import { at } from '../moment'
import { expectOk, permitted } from '../permitted'
import type { DemoCase } from './demo-case'
import type { Act, DatedAct } from './life-plan'
import { performRemedyAct } from './live-remedies'

/** Lets everything happen to a case, each at its moment, through the use cases that pages call. */
export async function live(demoCase: DemoCase, acts: readonly DatedAct[]): Promise<void> {
  let version = 1
  for (const { act, moment } of acts) version += await at(moment, () => perform(demoCase, act, version))
}

/** Does one act; returns by how much the case's version grew. */
async function perform(demoCase: DemoCase, act: Act, version: number): Promise<number> {
  const { number, officer } = demoCase
  const requestId = randomUUID()
  const what = act.kind === 'move' ? `move to ${act.to}` : act.kind
  switch (act.kind) {
    case 'take':
      expectOk(await takeCase(permitted(officer, 'case.take'), { number, version, hasConflict: false }), what)
      return 1
    case 'write':
      expectOk(
        await writeMessage(permitted(officer, 'case.write_message'), { number, requestId, text: act.text }),
        what,
      )
      return 0
    case 'reply':
      expectOk(
        await writeOwnMessage(grantOpen({ kind: 'worker', caseId: demoCase.id }, 'own_case.write'), {
          requestId,
          text: act.text,
          language: demoCase.language,
        }),
        what,
      )
      return 0
    case 'move':
      if (act.detail.closingCode === 'worker_unreachable' && demoCase.severity === 'critical')
        await approve(demoCase, act.to)
      expectOk(
        await changeCaseState(permitted(officer, 'case.change_state'), {
          number,
          version,
          to: act.to,
          requestId,
          declared: act.detail.declared ?? [],
          ...act.detail,
          ...(act.to === 'assigned' ? { assigneeId: officer.id, hasAssigneeConflict: false } : {}),
        }),
        what,
      )
      return 1
    case 'appeal':
      await appeal(demoCase)
      return 1
    case 'ask':
    case 'offer':
    case 'accept':
    case 'pay':
    case 'arrival':
      await performRemedyAct(demoCase, act)
      return 0
    default:
      throw new Error(`unhandled act ${JSON.stringify(act satisfies never)}`)
  }
}

/** The officer asks the supervisor, who confirms. */
async function approve({ id, number, officer, desk }: DemoCase, to: CaseState): Promise<void> {
  await requestMoveApproval(permitted(officer, 'case.change_state'), { number, to })
  const confirming = permitted(desk.supervisor, 'case.change_state')
  const asked = await within(confirming, (on) => listApprovalRequests(on, id, new Date(0)))
  for (const one of asked) await approveMove(confirming, { number, id: one.id })
}

/** The worker does not accept the end of the case. */
function appeal({ id, desk }: DemoCase): Promise<void> {
  return within(grantOpen({ kind: 'worker', caseId: id }, 'own_case.write'), async (on) => {
    const own = await lockOwnCase(on)
    if (!own) throw new Error('a case of the demonstration is gone')
    await updateOwnCase(on, own, { state: 'appeal' }, now())
    await refreshDeadlines(on, id, now())
    await appendAudit(on, desk.officeId, 'case.state_changed', {
      caseId: id,
      detail: { from: own.state, to: 'appeal' },
    })
  })
}
