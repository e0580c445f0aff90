import { DRAFT_KEEPING_DAYS } from '../consents'
import { deadlinesFor, type Deadline } from '../deadlines'
import { indicatorsOf, grievance, type GrievanceCode } from '../grievances/catalog'
import type { IndicatorCode } from '../grievances/indicators'
import type { Severity } from '../severity-levels'
import { assessSeverity, type SeverityReason } from '../severity'
import type { ReportAnswers } from './answers'

/** What a report is, the moment it arrives: how urgent, what is due when, which signs its answers raise. */
export type OpenedCase = {
  readonly severity: Severity
  readonly severityReasons: readonly SeverityReason[]
  readonly deadlines: readonly Deadline[]
  readonly nextDeadline: Deadline | null
  /** Signs of forced labour with the answers that raised each; for an officer to judge, never a finding. */
  readonly indicators: readonly { readonly indicator: IndicatorCode; readonly raisedBy: readonly GrievanceCode[] }[]
  /** When it must be erased because the worker did not agree to longer keeping; null when they did. */
  readonly eraseDueAt: Date | null
}

const DAY_MS = 86_400_000

/** Whether what is told so far is of a life in danger. */
export function isUrgent(answers: ReportAnswers): boolean {
  return openCase(answers, new Date(0)).severity === 'critical'
}

/** Opens a case from the pruned answers of a report received at an instant. */
export function openCase(answers: ReportAnswers, receivedAt: Date): OpenedCase {
  const { severity, reasons } = assessSeverity({
    grievances: answers.grievances,
    dangers: answers.dangers,
    feeCategories: answers.fees.flatMap((fee) => [fee.category ?? null, ...(fee.lumpCategories ?? [])]),
    lender: answers.debt?.lenderRole ?? null,
    collateral: answers.debt?.collateral ?? null,
    story: answers.story ?? null,
    departureOn: null,
    today: receivedAt.toISOString().slice(0, 10),
  })
  const deadlines = deadlinesFor('received', severity, {
    receivedAt,
    firstReplyAt: null,
    triagedAt: null,
    lastUpdateAt: null,
    awaitingSince: null,
    pausedMs: 0,
    referredAt: null,
    referralFollowUpsDone: 0,
    appealedAt: null,
    substantiveAnswerAt: null,
    closedAt: null,
    retaliationChecksDone: 0,
  })
  const indicators = indicatorsOf(answers.grievances).map((indicator) => ({
    indicator,
    raisedBy: answers.grievances.filter((code) => grievance(code).indicators.includes(indicator)),
  }))
  const isKept = answers.consents.includes('keep_complaint')
  return {
    severity,
    severityReasons: reasons,
    deadlines,
    nextDeadline: deadlines[0] ?? null,
    indicators,
    eraseDueAt: isKept ? null : new Date(receivedAt.getTime() + DRAFT_KEEPING_DAYS * DAY_MS),
  }
}
