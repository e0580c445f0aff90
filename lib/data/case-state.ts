import 'server-only'
import { isConsentValid } from '@/lib/domain/consents'
import type { CaseHead } from '@/lib/domain/case-file'
import { isGrievanceCode } from '@/lib/domain/grievances/catalog'
import { bodyCountry } from '@/lib/domain/referral-choice'
import type { Severity } from '@/lib/domain/severity-levels'
import type { CaseFacts } from '@/lib/domain/workflow/facts'
import type { CaseState } from '@/lib/domain/workflow/states'
import { REFERRAL_FOLLOW_UP_DAYS } from '@/lib/domain/response-targets'
import { findCaseHead } from './case-page'
import { listConsents } from './consents'
import type { Scoped } from './within'

/** The grants that change a case. */
export type CaseWriter =
  | 'case.take'
  | 'case.assign'
  | 'case.change_state'
  | 'case.change_severity'
  | 'case.write_message'
  | 'case.write_note'

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
export type PreparedReferral = { readonly id: string; readonly bodyCode: string; readonly dataItems: readonly string[] }

/** What the rules of a move need to know, and the referral they are about. */
export async function loadMoveFacts(
  on: Scoped<'case.read' | 'case.change_state'>,
  caseId: string,
  at: Date,
): Promise<{ facts: CaseFacts; prepared: PreparedReferral | null; consentId: string | null }> {
  const row = await on.db.case.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      state: true,
      severity: true,
      grievanceCodes: true,
      assigneeId: true,
      stateBeforeAwaiting: true,
      closedAt: true,
      people: { select: { kind: true } },
      referrals: {
        orderBy: { createdAt: 'desc' },
        select: { id: true, bodyCode: true, dataItems: true, state: true, answeredAt: true },
      },
      remedies: { select: { agreedAt: true, workerAcceptedAt: true, deliveredAt: true, workerConfirmedAt: true } },
      stateMoves: { where: { toState: 'closed' }, orderBy: { movedAt: 'desc' }, take: 1, select: { byStaffId: true } },
    },
  })
  const consents = (await listConsents(on, caseId)).filter((consent) => isConsentValid(consent, at))
  const followUps = await on.db.deadline.count({ where: { caseId, kind: 'referral_follow_up', metAt: { not: null } } })
  const pending = row.referrals.find((referral) => referral.state === 'pending_consent')
  const prepared = pending?.bodyCode
    ? { id: pending.id, bodyCode: pending.bodyCode, dataItems: pending.dataItems }
    : null
  const agreed = consents.find(
    (consent) =>
      consent.kind === 'send_to_body' &&
      prepared !== null &&
      consent.recipientBody === prepared.bodyCode &&
      prepared.dataItems.every((item) => consent.dataItems.includes(item)),
  )
  const sent = row.referrals.find((referral) => referral.state === 'sent' || referral.state === 'answered')
  return {
    prepared,
    consentId: agreed?.id ?? null,
    facts: {
      state: row.state as CaseState,
      severity: row.severity as Severity,
      grievances: row.grievanceCodes.filter(isGrievanceCode),
      assigneeId: row.assigneeId,
      stateBeforeAwaiting: row.stateBeforeAwaiting as CaseState | null,
      // A report by family or an NGO counts as confirmed when the worker agreed that it is kept.
      isProxyUnconfirmed:
        row.people.some(({ kind }) => kind === 'proxy') && !consents.some(({ kind }) => kind === 'keep_complaint'),
      hasConsentToContactParty: consents.some(({ kind }) => kind === 'contact_party'),
      hasConsentForReferral: agreed !== undefined,
      referralBodyCountry: prepared && bodyCountry(prepared.bodyCode),
      isReferralAnswered: Boolean(sent?.answeredAt) || followUps >= REFERRAL_FOLLOW_UP_DAYS.length,
      // Both are declared by the officer in the form of the move.
      hasWorkerAgreedToMediation: false,
      hasPartyAgreedToMediation: false,
      hasRemedy: row.remedies.some(({ agreedAt }) => agreedAt !== null),
      hasWorkerAcceptedRemedy: row.remedies.some(({ workerAcceptedAt }) => workerAcceptedAt !== null),
      hasDeliveryEvidence: row.remedies.some(({ deliveredAt }) => deliveredAt !== null),
      hasWorkerConfirmedDelivery: row.remedies.some(({ workerConfirmedAt }) => workerConfirmedAt !== null),
      closedAt: row.closedAt,
      closedById: row.stateMoves[0]?.byStaffId ?? null,
    },
  }
}

/** What a change of a case writes on its row. */
export type CaseChange = {
  readonly state?: CaseState
  readonly stateChangedAt?: Date
  readonly stateBeforeAwaiting?: CaseState | null
  readonly awaitingSince?: Date | null
  readonly assigneeId?: string
  readonly triagedAt?: Date
  readonly isAdmissible?: boolean
  readonly closedAt?: Date | null
  readonly closingCode?: string | null
  readonly lastUpdateAt?: Date
  readonly severity?: Severity
  readonly isSeverityOverridden?: boolean
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
  on: Scoped<'case.write_message' | 'case.change_state'>,
  head: Pick<CaseHead, 'id' | 'firstReplyAt'>,
  at: Date,
): Promise<void> {
  await on.db.case.updateMany({
    where: { id: head.id },
    data: { lastUpdateAt: at, ...(head.firstReplyAt === null ? { firstReplyAt: at } : {}) },
  })
}
