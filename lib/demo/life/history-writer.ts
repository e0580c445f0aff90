import type { CaseState } from '@/lib/domain/workflow/states'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { DemoCase } from './demo-case'
import type { DeadlineRow } from './history-deadlines'
import { recordReferral, type Parts, type Row } from './history-parts'
import { remedyWriter } from './history-remedies'
import type { Act, MoveDetail } from './life-plan'
import { arrivalNotice } from './live-remedies'
import { WITNESS_NOTE } from './remedy-acts'

/** Where a case stands while its life is told; changed by each act. */
export type Standing = {
  state: CaseState
  version: number
  changedAt: Date
  firstReplyAt: Date | null
  triagedAt: Date | null
  lastUpdateAt: Date | null
  awaitingSince: Date | null
  stateBeforeAwaiting: CaseState | null
  closedAt: Date | null
  closingCode: string | null
  isAdmissible: boolean | null
  unread: number
}

/** Writes acts into the rows they leave, one function for each kind, and moves the standing on. */
export function writerFor(demoCase: DemoCase, seal: CaseSeal, parts: Parts, standing: Standing, clocks: DeadlineRow[]) {
  const { id: case_id, officer, language } = demoCase
  const audit = (action: string, detail: Row, byWorker = false) =>
    parts.audit_event.push({
      id: newId(),
      office_id: officer.officeId,
      actor_kind: byWorker ? 'worker' : 'staff',
      actor_id: byWorker ? null : officer.id,
      action,
      case_id,
      detail,
    })
  const station = (to: CaseState, moved_at: Date, closing_code: string | null = null, byWorker = false) => {
    parts.state_move.push({
      id: newId(),
      case_id,
      from_state: standing.state,
      to_state: to,
      closing_code,
      by_kind: byWorker ? 'worker' : 'staff',
      by_staff_id: byWorker ? null : officer.id,
      moved_at,
    })
    Object.assign(standing, { state: to, changedAt: moved_at, version: standing.version + 1 })
  }
  // A worker who writes answers the question that is open.
  let openQuestionId: string | null = null
  const message = (text: string, sent_at: Date, byWorker: boolean, is_question: boolean) => {
    const id = newId()
    parts.message.push({
      id,
      case_id,
      direction: byWorker ? 'from_worker' : 'to_worker',
      author_staff_id: byWorker ? null : officer.id,
      language,
      sealed_body: seal.seal('message.sealed_body', id, text),
      is_question,
      answers_id: byWorker ? openQuestionId : null,
      request_id: newId(),
      sent_at,
    })
    if (byWorker) openQuestionId = null
    else if (is_question) openQuestionId = id
    return id
  }
  const told = (moment: Date) =>
    Object.assign(standing, { lastUpdateAt: moment, firstReplyAt: standing.firstReplyAt ?? moment })
  const note = (text: string, created_at: Date) => {
    const id = newId()
    parts.note.push({
      id,
      case_id,
      author_id: officer.id,
      kind: 'reason',
      sealed_body: seal.seal('note.sealed_body', id, text),
      request_id: newId(),
      created_at,
    })
  }
  const remedies = remedyWriter(demoCase, seal, parts, clocks)
  const hear = (text: string, moment: Date) => {
    const messageId = message(text, moment, true, false)
    standing.unread += 1
    return messageId
  }
  return {
    take(moment: Date) {
      station('triage', moment)
      audit('case.taken', { from: null })
      audit('case.state_changed', { from: 'received', to: 'triage' })
    },
    tell(text: string, moment: Date, isQuestion: boolean) {
      const messageId = message(text, moment, false, isQuestion)
      told(moment)
      audit('message.to_worker', { messageId })
    },
    hear(text: string, moment: Date) {
      audit('message.from_worker', { messageId: hear(text, moment) }, true)
    },
    move(to: CaseState, detail: MoveDetail, moment: Date) {
      const from = standing.state
      const isTriageDecision = from === 'triage' && (to === 'assigned' || to === 'closed')
      if (detail.reason) note(detail.reason, moment)
      const words = to === 'awaiting_worker' ? detail.question : to === 'closed' ? detail.reason : undefined
      if (words) message(words, moment, false, to === 'awaiting_worker')
      recordReferral(parts, demoCase, to, detail, moment)
      if (to === 'remedy_delivered') remedies.deliver(moment)
      station(to, moment, detail.closingCode ?? null)
      Object.assign(standing, {
        lastUpdateAt: moment,
        stateBeforeAwaiting: to === 'awaiting_worker' ? from : null,
        awaitingSince: to === 'awaiting_worker' ? moment : null,
        closedAt: to === 'closed' ? moment : null,
        closingCode: to === 'closed' ? (detail.closingCode ?? null) : null,
        ...(isTriageDecision
          ? { triagedAt: moment, isAdmissible: detail.closingCode !== 'inadmissible_signposted' }
          : {}),
      })
      if (to === 'awaiting_worker' || to === 'closed') told(moment)
      audit('case.state_changed', {
        from,
        to,
        closingCode: detail.closingCode ?? null,
        declared: detail.declared ?? [],
      })
    },
    /** What an act does to the remedy of the case; nothing when it is about something else. */
    remedy(act: Act, moment: Date) {
      if (act.kind === 'ask') audit('remedy.claimed', remedies.ask(act, moment))
      if (act.kind === 'offer') audit('remedy.offered', remedies.offer(act, moment))
      if (act.kind === 'accept') {
        note(WITNESS_NOTE, moment)
        audit('remedy.accepted', remedies.accept(moment))
      }
      if (act.kind === 'pay') audit('remedy.payment_recorded', remedies.pay(act.part, act.paidOn, moment))
      if (act.kind === 'arrival') {
        hear(arrivalNotice(language, act.arrived), moment)
        audit('remedy.arrival_told', remedies.arrival(act.part, act.arrived, moment), true)
      }
    },
    appeal(moment: Date) {
      audit('case.state_changed', { from: standing.state, to: 'appeal' }, true)
      station('appeal', moment, null, true)
      Object.assign(standing, { closedAt: null, awaitingSince: null, stateBeforeAwaiting: null })
    },
  }
}
