import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendReading } from '@/lib/data/audit'
import { listToldHolds, type ToldHold } from '@/lib/data/case-holds'
import { listEmergencies } from '@/lib/data/break-glass'
import { findCaseFile } from '@/lib/data/case-file'
import { listLabelsOfCase, type CaseLabel } from '@/lib/data/case-labels'
import { markReadByOffice } from '@/lib/data/case-page'
import { loadMoveFacts } from '@/lib/data/case-state'
import { findAssessment, findUnseenChange } from '@/lib/data/fee-assessments'
import { listApprovalRequests } from '@/lib/data/move-approvals'
import { listFollowUp, type CaseFollowUp } from '@/lib/data/follow-up'
import { listPartyRequests, type PartyRequest } from '@/lib/data/party-requests'
import { markCaseSeen } from '@/lib/data/own-notices'
import { within } from '@/lib/data/within'
import type { Emergency } from '@/lib/domain/break-glass'
import type { ApprovalRequest, CaseFile } from '@/lib/domain/case-file'
import type { Ledger } from '@/lib/domain/fees/ledger/ledger'
import type { CaseFacts } from '@/lib/domain/workflow/facts'
import { now } from '@/lib/platform/clock'
import { forumsOf, type CaseForums } from './forums/read-forums'
import { relatedOf, type RelatedReading } from './read-related'

/** How many events of the trail the case page looks at; the timeline has them all. */
const EVENTS_SHOWN = 60

/** The verdict on the payments of a case, and what a changed rule or rate made of it that nobody has seen. */
export type CaseVerdict = Pick<Ledger, 'assessment' | 'unseenChange'>

/**
 * Everything that the page of a case shows, read in one transaction, and in it the event that says who read it; nothing is read
 * twice. What the worker wrote counts as seen from now on; `head.unread` still says how much was new. Null: no case of this number in the office.
 */
export function readCase(
  grant: Grant<'case.read'>,
  number: string,
): Promise<{
  file: CaseFile
  facts: CaseFacts
  requests: readonly ApprovalRequest[]
  fees: CaseVerdict
  followUp: CaseFollowUp
  /** What parties were asked, the latest first. */
  questions: readonly PartyRequest[]
  labels: readonly CaseLabel[]
  /** What stands in the way of its erasure, or did. */
  holds: readonly ToldHold[]
  /** When other offices read it in an emergency, the latest first. */
  emergencies: readonly Emergency[]
  /** The forums and time limits, and what else the office has that belongs to the case. */
  ways: CaseForums
  related: RelatedReading
} | null> {
  return within(grant, async (on) => {
    const opened = await findCaseFile(on, number, EVENTS_SHOWN)
    if (!opened) return null
    const { file, caseSeal, stations, consents } = opened
    const at = now()
    const { facts } = await loadMoveFacts(on, file.head.id, at, null, { stations, consents })
    const requests = await listApprovalRequests(on, file.head.id, file.head.stateChangedAt)
    const fees = {
      assessment: await findAssessment(on, file.head.id),
      unseenChange: await findUnseenChange(on, file.head.id),
    }
    const followUp = await listFollowUp(on, file.head.id, caseSeal)
    const questions = caseSeal ? await listPartyRequests(on, caseSeal) : []
    const labels = await listLabelsOfCase(on, file.head.id)
    const holds = await listToldHolds(on, file.head.id)
    const emergencies = await listEmergencies(on, file.head.id, caseSeal, at)
    const ways = await forumsOf(on, file.head)
    const related = await relatedOf(on, file.head)
    await markReadByOffice(on, file.head, at)
    await markCaseSeen(on, file.head.id, at)
    await appendReading(on, file.head.id, 'case.read')
    return { file, facts, requests, fees, followUp, questions, labels, holds, emergencies, ways, related }
  })
}
