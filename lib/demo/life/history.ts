import { CONSENT_DEFAULT_DAYS, CONSENT_TEXT_VERSION } from '@/lib/domain/consents'
import type { CaseState } from '@/lib/domain/workflow/states'
import { newId } from '@/lib/platform/ids'
import { caseSealFrom, type CaseSeal } from '@/lib/sealing/case-seal'
import { at } from '../moment'
import { deadlineRows, type DeadlineRow } from './history-deadlines'
import type { DatedAct, MoveDetail } from './life-plan'
import type { DemoCase } from './live'

type Row = Readonly<Record<string, unknown>>
type Part = 'state_move' | 'message' | 'note' | 'consent' | 'referral' | 'remedy' | 'audit_event'

/** What is written of a life that is told after the fact: rows by table and the row of the case. */
export type History = {
  readonly parts: Readonly<Record<Part, readonly Row[]>>
  readonly deadlines: readonly DeadlineRow[]
  readonly row: Row
}

type Standing = {
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

/**
 * The rows that the same acts leave behind when they go through the use cases (tests/integration/demonstration.test.ts compares
 * the two). For the bulk of the demonstration, whose fifteen thousand acts would take minutes one by one.
 */
export function historyOf(demoCase: DemoCase, wrappedKey: Uint8Array, acts: readonly DatedAct[], today: Date): History {
  const seal = caseSealFrom(demoCase.id, wrappedKey)
  const standing: Standing = {
    state: 'received',
    version: 1,
    changedAt: demoCase.receivedAt,
    firstReplyAt: null,
    triagedAt: null,
    lastUpdateAt: null,
    awaitingSince: null,
    stateBeforeAwaiting: null,
    closedAt: null,
    closingCode: null,
    isAdmissible: null,
    unread: 0,
  }
  const parts: Record<Part, Row[]> = {
    state_move: [],
    message: [],
    note: [],
    consent: [],
    referral: [],
    remedy: [],
    audit_event: [],
  }
  const writer = writerFor(demoCase, seal, parts, standing)
  for (const { act, moment } of acts) {
    at(moment, () => {
      if (act.kind === 'take') writer.take(moment)
      if (act.kind === 'write') writer.tell(act.text, moment, false)
      if (act.kind === 'reply') writer.hear(act.text, moment)
      if (act.kind === 'move') writer.move(act.to, act.detail, moment)
      if (act.kind === 'appeal') writer.appeal(moment)
    })
  }
  const stations = parts.state_move.map((row) => ({
    toState: row['to_state'] as CaseState,
    movedAt: row['moved_at'] as Date,
  }))
  const deadlines = deadlineRows(demoCase, standing, stations, today)
  const next = deadlines
    .filter(({ met_at, paused_at }) => met_at === null && paused_at === null)
    .toSorted((a, b) => a.due_at.getTime() - b.due_at.getTime())[0]
  return { parts, deadlines, row: caseRow(demoCase, standing, next) }
}

function writerFor(demoCase: DemoCase, seal: CaseSeal, parts: Record<Part, Row[]>, standing: Standing) {
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
      request_id: newId(),
      sent_at,
    })
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
      const messageId = message(text, moment, true, false)
      standing.unread += 1
      audit('message.from_worker', { messageId }, true)
    },
    move(to: CaseState, detail: MoveDetail, moment: Date) {
      const from = standing.state
      const isTriageDecision = from === 'triage' && (to === 'assigned' || to === 'closed')
      if (detail.reason) note(detail.reason, moment)
      const words = to === 'awaiting_worker' ? detail.question : to === 'closed' ? detail.reason : undefined
      if (words) message(words, moment, false, to === 'awaiting_worker')
      recordReferral(parts, demoCase, to, detail, moment)
      recordRemedy(parts, seal, language, to, detail, moment)
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
    appeal(moment: Date) {
      audit('case.state_changed', { from: standing.state, to: 'appeal' }, true)
      station('appeal', moment, null, true)
      Object.assign(standing, { closedAt: null, awaitingSince: null, stateBeforeAwaiting: null })
    },
  }
}

function recordReferral(
  parts: Record<Part, Row[]>,
  { id: case_id, officer, language }: DemoCase,
  to: CaseState,
  detail: MoveDetail,
  moment: Date,
): void {
  if (to === 'referral_pending_consent') {
    parts.referral.push({
      id: newId(),
      case_id,
      body_code: detail.bodyCode,
      purpose: 'handle_complaint',
      data_items: detail.dataScope,
      consent_id: null,
      vital_interest_by_ids: [],
      state: 'pending_consent',
      created_at: moment,
      sent_at: null,
      answered_at: null,
    })
  }
  const open = parts.referral.at(-1)
  if (!open) return
  if (to === 'referred') {
    const consent = {
      id: newId(),
      case_id,
      kind: 'send_to_body',
      recipient_body: open['body_code'],
      purpose: 'handle_complaint',
      data_items: open['data_items'],
      language,
      text_version: CONSENT_TEXT_VERSION,
      method: 'told_to_officer',
      witness_staff_id: officer.id,
      given_at: moment,
      expires_at: new Date(moment.getTime() + CONSENT_DEFAULT_DAYS * 86_400_000),
    }
    parts.consent.push(consent)
    parts.referral[parts.referral.length - 1] = { ...open, state: 'sent', consent_id: consent.id, sent_at: moment }
  }
  if (detail.declared?.includes('body_answered'))
    parts.referral[parts.referral.length - 1] = { ...open, state: 'answered', answered_at: moment }
}

function recordRemedy(
  parts: Record<Part, Row[]>,
  seal: CaseSeal,
  terms_language: string,
  to: CaseState,
  detail: MoveDetail,
  moment: Date,
): void {
  if (to === 'remedy_agreed' && detail.remedyTerms) {
    const id = newId()
    parts.remedy.push({
      id,
      case_id: seal.caseId,
      type: detail.remedyType,
      sealed_terms: seal.seal('remedy.sealed_terms', id, detail.remedyTerms),
      terms_language,
      claimed_at: moment,
      agreed_at: moment,
      worker_accepted_at: moment,
      delivered_at: null,
      worker_confirmed_at: null,
    })
  }
  const open = parts.remedy.at(-1)
  if (open && to === 'remedy_delivered')
    parts.remedy[parts.remedy.length - 1] = { ...open, delivered_at: moment, worker_confirmed_at: moment }
}

function caseRow({ id, officer }: DemoCase, standing: Standing, next: DeadlineRow | undefined): Row {
  return {
    id,
    assignee_id: standing.version === 1 ? null : officer.id,
    state: standing.state,
    version: standing.version,
    state_changed_at: standing.changedAt,
    first_reply_at: standing.firstReplyAt,
    triaged_at: standing.triagedAt,
    last_update_at: standing.lastUpdateAt,
    awaiting_since: standing.awaitingSince,
    state_before_awaiting: standing.stateBeforeAwaiting,
    closed_at: standing.closedAt,
    closing_code: standing.closingCode,
    is_admissible: standing.isAdmissible,
    unread_from_worker: standing.unread,
    next_due_at: next?.due_at ?? null,
    next_due_kind: next?.kind ?? null,
  }
}
