import type { Severity } from './severity-levels'

/** How soon a person answers, decides and reports, in hours of calendar time. */
export type ResponseTarget = {
  readonly firstReplyHours: number
  readonly triageDecisionHours: number
  readonly statusUpdateHours: number
}

const DAY = 24

/**
 * Our promise by severity, shown to the worker. Ours, inside the seven days of EU Directive
 * 2019/1937 art. 9 for an acknowledgement; the critical row follows OTIT's SOS desk, where intake,
 * inspection and shelter staff decide at once.
 */
export const RESPONSE_TARGETS: Record<Severity, ResponseTarget> = {
  critical: { firstReplyHours: 4, triageDecisionHours: 1 * DAY, statusUpdateHours: 2 * DAY },
  high: { firstReplyHours: 1 * DAY, triageDecisionHours: 3 * DAY, statusUpdateHours: 7 * DAY },
  medium: { firstReplyHours: 3 * DAY, triageDecisionHours: 7 * DAY, statusUpdateHours: 14 * DAY },
  low: { firstReplyHours: 7 * DAY, triageDecisionHours: 14 * DAY, statusUpdateHours: 30 * DAY },
}

/** Outer bound for an answer on the substance (EU Directive 2019/1937 art. 9: three months). */
export const SUBSTANTIVE_ANSWER_DAYS = 90

/** The clock stands still while we wait for the worker, at most so long; then we check in. */
export const AWAITING_WORKER_DAYS = 14

/** When a body that got a case is asked for news, in days after sending. */
export const REFERRAL_FOLLOW_UP_DAYS = [14, 30, 60] as const

/** When a worker is asked after closing whether anybody punished them, in days. */
export const RETALIATION_CHECK_DAYS = [14, 60, 180] as const

/** How soon an appeal is decided, in days. */
export const APPEAL_DECISION_DAYS = 30
