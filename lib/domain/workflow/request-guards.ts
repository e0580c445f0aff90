import { isBlank } from './blank'
import type { RequestGuard } from './guard'
import { WITHDRAWAL_CODES, type ClosingCode } from './outcomes'
import { hasSecondPerson } from './safety-guards'
import type { CaseState } from './states'

/** The officer says why, in words the worker is told. */
export const hasReason: RequestGuard = (_facts, { reason }) => (isBlank(reason) ? 'reason_missing' : null)

/** A question to the worker goes with the wait. */
export const hasQuestion: RequestGuard = (_facts, { question }) => (isBlank(question) ? 'question_missing' : null)

/** An assignee is named who has no tie to a party of the case. */
export const hasFreeAssignee: RequestGuard = (_facts, { assigneeId, hasAssigneeConflict }) => {
  if (isBlank(assigneeId)) return 'assignee_missing'
  return hasAssigneeConflict === true ? 'assignee_conflict' : null
}

/** An appeal goes to somebody else than the one who closed the case. */
export const isOtherAssignee: RequestGuard = ({ closedById }, { assigneeId }) =>
  closedById !== null && assigneeId === closedById ? 'same_officer' : null

/** An appeal is decided by somebody else than the one who closed the case. */
export const isOtherOfficer: RequestGuard = ({ closedById }, { actorId }) =>
  closedById !== null && actorId === closedById ? 'same_officer' : null

/** No contact with company or agency without the worker's consent. */
export const keepsPartyOut: RequestGuard = ({ hasConsentToContactParty }, { contactsParty }) =>
  contactsParty === true && !hasConsentToContactParty ? 'consent_missing' : null

/** The body is chosen and the data that would go there are listed. */
export const hasBodyAndScope: RequestGuard = (_facts, { bodyCode, dataScope }) => {
  if (isBlank(bodyCode)) return 'body_missing'
  return (dataScope ?? []).length === 0 ? 'data_scope_missing' : null
}

/** Waiting ends where it began. */
export function returnsTo(to: CaseState): RequestGuard {
  return ({ stateBeforeAwaiting }) => (stateBeforeAwaiting === to ? null : 'not_previous_state')
}

/** The closing code is one of those that fit this end. */
export function closesAs(...codes: readonly ClosingCode[]): RequestGuard {
  return (_facts, { closingCode }) => {
    if (closingCode === undefined) return 'closing_code_missing'
    return codes.includes(closingCode) ? null : 'closing_code_not_allowed'
  }
}

/** A worker may stop at any time, after being asked in private whether somebody makes them. */
export const isOwnWithdrawal: RequestGuard = (facts, request) => {
  const refusal = closesAs(...WITHDRAWAL_CODES)(facts, request)
  if (refusal !== null) return refusal
  return request.wasAskedAboutPressure === true ? null : 'pressure_question_missing'
}

/** Who is sent away is told where else to go. */
export const hasSignpost: RequestGuard = (_facts, { closingCode, signpost }) =>
  closingCode === 'inadmissible_signposted' && isBlank(signpost) ? 'signpost_missing' : null

/** A critical case never ends in silence on one person's word alone. */
export const isSilenceShared: RequestGuard = (facts, request) =>
  facts.severity === 'critical' ? hasSecondPerson(facts, request) : null

/** One of the three grounds for opening a case again. */
export const hasReopeningReason: RequestGuard = (_facts, { reopeningReason }) =>
  reopeningReason === undefined ? 'reopening_reason_missing' : null
