import type { CaseState } from '@/lib/domain/workflow/states'
import { caseSealFrom } from '@/lib/sealing/case-seal'
import { at } from '../moment'
import type { DemoCase } from './demo-case'
import { deadlineRows, type DeadlineRow } from './history-deadlines'
import type { Part, Parts, Row } from './history-parts'
import { writerFor, type Standing } from './history-writer'
import type { DatedAct } from './life-plan'

/** What is written of a life that is told after the fact: rows by table and the row of the case. */
export type History = {
  readonly parts: Readonly<Record<Part, readonly Row[]>>
  readonly deadlines: readonly DeadlineRow[]
  readonly row: Row
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
  const parts: Parts = {
    state_move: [],
    message: [],
    note: [],
    consent: [],
    referral: [],
    remedy: [],
    repayment: [],
    instalment_payment: [],
    repayment_answer: [],
    audit_event: [],
  }
  const clocks: DeadlineRow[] = []
  const writer = writerFor(demoCase, seal, parts, standing, clocks)
  for (const { act, moment } of acts) {
    at(moment, () => {
      if (act.kind === 'take') writer.take(moment)
      if (act.kind === 'write') writer.tell(act.text, moment, false)
      if (act.kind === 'reply') writer.hear(act.text, moment)
      if (act.kind === 'move') writer.move(act.to, act.detail, moment)
      if (act.kind === 'appeal') writer.appeal(moment)
      writer.remedy(act, moment)
    })
  }
  const stations = parts.state_move.map((row) => ({
    toState: row['to_state'] as CaseState,
    movedAt: row['moved_at'] as Date,
  }))
  const deadlines = [...deadlineRows(demoCase, standing, stations, today), ...clocks]
  const next = deadlines
    .filter(({ met_at, paused_at }) => met_at === null && paused_at === null)
    .toSorted((a, b) => a.due_at.getTime() - b.due_at.getTime())[0]
  return { parts, deadlines, row: caseRow(demoCase, standing, next) }
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
