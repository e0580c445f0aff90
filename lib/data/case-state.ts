import 'server-only'
import { allowsPartyContact, isConsentValid, isProxyConfirmed } from '@/lib/domain/consents'
import type { CaseHead } from '@/lib/domain/case-file'
import { isGrievanceCode } from '@/lib/domain/grievances/catalog'
import { consentFor } from '@/lib/domain/referral/consent-for'
import { recipientCode } from '@/lib/domain/referral/recipient'
import { bodyCountry } from '@/lib/domain/referral-choice'
import type { Severity } from '@/lib/domain/severity-levels'
import type { CaseFacts } from '@/lib/domain/workflow/facts'
import type { CaseState } from '@/lib/domain/workflow/states'
import { lastEntry } from '@/lib/domain/workflow/entries'
import { remediesOfRound } from '@/lib/domain/workflow/remedy-round'
import { REFERRAL_FOLLOW_UP_DAYS } from '@/lib/domain/response-targets'
import { findCaseHead } from './case-page'
import { listConsents, type Consent } from './consents'
import { countDone } from './deadlines'
import { findApprovalToUse } from './move-approvals'
import { listStateMoves, type StateMoveRow } from './state-moves'
import type { Scoped } from './within'

/** The grants that change a case. */
export type CaseWriter =
  | 'case.label'
  | 'case.hand_over'
  | 'case.take'
  | 'case.assign'
  | 'case.change_state'
  | 'case.change_severity'
  | 'case.write_message'
  | 'case.write_note'
  | 'case.write_fees'
  | 'case.write_person'
  | 'case.write_remedies'
  | 'case.ask_party'
  | 'case.decide_correction'
  | 'case.answer_right'
  | 'case.answer_officer_request'
  | 'case.replace_code'
  | 'case.confirm_code'
  | 'case.translate'
  | 'case.judge_sign'
  | 'case.manage_tasks'

/**
 * A case of this office, held until the transaction ends: who changes it at the same moment, an officer or the worker, waits
 * and then finds another version. Null when there is none that the grant may see.
 */
export async function lockCase(on: Scoped<CaseWriter>, number: string): Promise<CaseHead | null> {
  await on.db
    .$queryRaw`SELECT id FROM cases WHERE number = ${number} AND office_id = ${on.grant.actor.officeId}::uuid FOR UPDATE`
  return findCaseHead(on, number)
}

/** A referral that is prepared and waits for the worker's yes. */
export type PreparedReferral = {
  readonly id: string
  /** A body, or an office of this system, as in domain/referral/recipient.ts. */
  readonly bodyCode: string
  readonly toOfficeId: string | null
  readonly purpose: string
  readonly dataItems: readonly string[]
  readonly packedAt: Date | null
  /** The yes that the pack was made on, or that was answered. */
  readonly consentId: string | null
}

/** What the rules of a move need to know, and the rows they are about. */
export type MoveFacts = {
  readonly facts: CaseFacts
  readonly prepared: PreparedReferral | null
  readonly consentId: string | null
  /** The colleague's confirmation that this move would use up. */
  readonly approvalId: string | null
  /** The remedies that count now. */
  readonly remedyIds: readonly string[]
}

/** What was read of the case already. */
export type KnownOfMove = {
  readonly stations?: readonly StateMoveRow[]
  readonly consents?: readonly Consent[]
}

/** Loads what the rules of a move need to know; a colleague's confirmation counts for one move, so it needs to know where to. */
export async function loadMoveFacts(
  on: Scoped<'case.read' | 'case.change_state'>,
  caseId: string,
  at: Date,
  to: CaseState | null = null,
  { stations: read, consents: given }: KnownOfMove = {},
): Promise<MoveFacts> {
  const row = await on.db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      state: true,
      severity: true,
      grievanceCodes: true,
      assigneeId: true,
      stateBeforeAwaiting: true,
      stateChangedAt: true,
      closedAt: true,
      receivedAt: true,
      people: { select: { kind: true } },
      referrals: {
        orderBy: { createdAt: 'desc' },
        select: {
          id: true,
          bodyCode: true,
          toOfficeId: true,
          purpose: true,
          dataItems: true,
          state: true,
          packedAt: true,
          consentId: true,
          answeredAt: true,
          withdrawnAt: true,
        },
      },
      remedies: {
        where: { replacedAt: null, droppedAt: null },
        select: {
          id: true,
          agreedAt: true,
          workerAcceptedAt: true,
          deliveredAt: true,
          workerConfirmedAt: true,
          failedAt: true,
        },
      },
    },
  })
  const stations = read ?? (await listStateMoves(on, caseId))
  const remedies = remediesOfRound(row.remedies, stations)
  const isEach = (test: (remedy: (typeof remedies)[number]) => boolean) => remedies.length > 0 && remedies.every(test)
  const consents = (given ?? (await listConsents(on, caseId))).filter((consent) => isConsentValid(consent, at))
  const referredAt = lastEntry(stations, 'referred')
  const followUps = referredAt === null ? 0 : await countDone(on, caseId, 'referral_follow_up', referredAt)
  const pending = row.referrals.find((referral) => referral.state === 'pending_consent')
  const recipient = pending ? recipientCode(pending) : null
  const prepared = pending && recipient !== null ? { ...pending, bodyCode: recipient } : null
  const agreed = prepared && consentFor(consents, { ...prepared, recipient: prepared.bodyCode }, at)
  const sent = row.referrals.find((referral) => referral.state === 'sent' || referral.state === 'answered')
  const approval =
    to &&
    (await findApprovalToUse(on, {
      caseId,
      to,
      bodyCode: prepared?.bodyCode ?? null,
      since: row.stateChangedAt,
    }))
  return {
    prepared,
    consentId: agreed?.id ?? null,
    approvalId: approval?.id ?? null,
    remedyIds: remedies.map(({ id }) => id),
    facts: {
      state: row.state as CaseState,
      severity: row.severity as Severity,
      grievances: row.grievanceCodes.filter(isGrievanceCode),
      assigneeId: row.assigneeId,
      stateBeforeAwaiting: row.stateBeforeAwaiting as CaseState | null,
      isProxyUnconfirmed:
        row.people.some(({ kind }) => kind === 'proxy') && !isProxyConfirmed(consents, row.receivedAt, at),
      hasConsentToContactParty: consents.some((consent) => allowsPartyContact(consent, at)),
      hasConsentForReferral: agreed !== null,
      referralBodyCountry: prepared && (await recipientCountry(on, prepared)),
      isReferralAnswered: Boolean(sent?.answeredAt ?? sent?.withdrawnAt) || followUps >= REFERRAL_FOLLOW_UP_DAYS.length,
      // Both are declared by the officer in the form of the move.
      hasWorkerAgreedToMediation: false,
      hasPartyAgreedToMediation: false,
      approvedById: approval?.approvedById ?? null,
      hasRemedy: remedies.length > 0,
      hasWorkerAcceptedRemedy: isEach(({ workerAcceptedAt }) => workerAcceptedAt !== null),
      hasDeliveryEvidence: isEach(({ deliveredAt }) => deliveredAt !== null),
      hasWorkerConfirmedDelivery: isEach(({ workerConfirmedAt }) => workerConfirmedAt !== null),
      closedAt: row.closedAt,
      closedById: stations.findLast(({ toState }) => toState === 'closed')?.byStaffId ?? null,
    },
  }
}

/** Where a referral would go to: an office is where it says it is. */
async function recipientCountry(
  on: Scoped<'case.read' | 'case.change_state'>,
  { bodyCode, toOfficeId }: Pick<PreparedReferral, 'bodyCode' | 'toOfficeId'>,
): Promise<string> {
  if (toOfficeId === null) return bodyCountry(bodyCode)
  return (await on.db.office.findUniqueOrThrow({ where: { id: toOfficeId }, select: { country: true } })).country
}

/** What a change of a case writes on its row. */
export type CaseChange = {
  readonly state?: CaseState
  readonly stateChangedAt?: Date
  readonly stateBeforeAwaiting?: CaseState | null
  readonly awaitingSince?: Date | null
  /** Null only to take back an assignment of a case that nobody held. */
  readonly assigneeId?: string | null
  readonly triagedAt?: Date
  readonly isAdmissible?: boolean | null
  readonly closedAt?: Date | null
  readonly closingCode?: string | null
  readonly lastUpdateAt?: Date
  readonly severity?: Severity
  readonly isSeverityOverridden?: boolean
  readonly severityReasons?: string[]
  readonly origin?: string | null
  readonly scheme?: string | null
  readonly corridor?: string | null
}

/** Writes a change and makes the next version. False when the case is no longer the version it was read in; then nothing is written. */
export async function updateCase(
  on: Scoped<CaseWriter>,
  id: string,
  version: number,
  change: CaseChange,
): Promise<boolean> {
  const { count } = await on.db.case.updateMany({
    where: { id, version, officeId: on.grant.actor.officeId },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}

/** The worker has heard from the office: the first time and the last. Not a new version, a colleague's form stays good. */
export async function markWorkerTold(
  on: Scoped<
    | 'case.write_message'
    | 'case.change_state'
    | 'case.decide_correction'
    | 'case.answer_right'
    | 'case.answer_officer_request'
  >,
  head: Pick<CaseHead, 'id' | 'firstReplyAt'>,
  at: Date,
): Promise<void> {
  await on.db.case.updateMany({
    where: { id: head.id },
    data: { lastUpdateAt: at, ...(head.firstReplyAt === null ? { firstReplyAt: at } : {}) },
  })
}
