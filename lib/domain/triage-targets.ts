import { deadlinesFor } from './deadlines'
import { RESPONSE_TARGETS } from './response-targets'
import { SEVERITIES, type Severity } from './severity-levels'

/** What is promised under one severity: by when, counted from the receipt of the report. Null: that is done already. */
export type TriageTarget = {
  readonly severity: Severity
  readonly firstReplyBy: Date | null
  readonly decisionBy: Date | null
  readonly newsEveryHours: number
}

/** When the clocks of a case would ring under each severity, were it triaged now; finished waits for the worker move them. */
export function triageTargets(facts: {
  readonly receivedAt: Date
  readonly firstReplyAt: Date | null
  readonly pausedMs: number
}): readonly TriageTarget[] {
  return SEVERITIES.map((severity) => {
    const due = deadlinesFor('triage', severity, {
      ...facts,
      triagedAt: null,
      lastUpdateAt: null,
      awaitingSince: null,
      referredAt: null,
      referralFollowUpsDone: 0,
      appealedAt: null,
      substantiveAnswerAt: null,
      closedAt: null,
      retaliationChecksDone: 0,
    })
    const by = (kind: string) => due.find((one) => one.kind === kind)?.dueAt ?? null
    return {
      severity,
      firstReplyBy: by('first_reply'),
      decisionBy: by('triage_decision'),
      newsEveryHours: RESPONSE_TARGETS[severity].statusUpdateHours,
    }
  })
}
