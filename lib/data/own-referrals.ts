import 'server-only'
import type { OwnReader } from './own-case'
import type { Scoped } from './within'

/** A promise with a date; one that is met, cancelled or paused is not here. */
export type OwnDeadline = {
  readonly id: string
  readonly kind: string
  readonly subjectId: string | null
  readonly dueAt: Date
}

/** Where the case was sent. */
export type OwnReferral = {
  readonly bodyCode: string | null
  /** Of another office of this system; null for a body outside. */
  readonly officeName: string | null
  readonly consentId: string | null
  /** The worker took the yes back afterwards. */
  readonly withdrawnAt: Date | null
  readonly purpose: string
  readonly dataItems: readonly string[]
  readonly sentAt: Date
  readonly answeredAt: Date | null
}

/** What the office has promised and not yet done, the next one first. */
export async function listOwnDeadlines(on: Scoped<OwnReader>): Promise<OwnDeadline[]> {
  return on.db.deadline.findMany({
    where: { caseId: on.grant.actor.caseId, ownerKind: 'officer', metAt: null, cancelledAt: null, pausedAt: null },
    select: { id: true, kind: true, subjectId: true, dueAt: true },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  })
}

/** Everybody the case was sent to, as far as the worker may read it. */
export async function listOwnReferrals(on: Scoped<OwnReader>): Promise<OwnReferral[]> {
  const rows = await on.db.referral.findMany({
    where: {
      caseId: on.grant.actor.caseId,
      sentAt: { not: null },
      // What was sent to save a life is told as soon as an officer says that reading it is safe.
      OR: [
        { vitalInterestByIds: { isEmpty: true } },
        { vitalInterestByIds: { equals: null } },
        { toldWorkerAt: { not: null } },
      ],
    },
    select: {
      bodyCode: true,
      toOfficeId: true,
      purpose: true,
      dataItems: true,
      sentAt: true,
      answeredAt: true,
      withdrawnAt: true,
      consentId: true,
    },
    orderBy: { sentAt: 'asc' },
  })
  const offices = await on.db.office.findMany({
    where: { id: { in: rows.flatMap(({ toOfficeId }) => toOfficeId ?? []) } },
    select: { id: true, name: true },
  })
  return rows.flatMap(({ sentAt, toOfficeId, ...row }) =>
    sentAt ? [{ ...row, sentAt, officeName: offices.find(({ id }) => id === toOfficeId)?.name ?? null }] : [],
  )
}

/** Whether a referral still waits for a yes. */
export async function isReferralWaiting(on: Scoped<'own_case.write'>): Promise<boolean> {
  return (await on.db.referral.count({ where: { caseId: on.grant.actor.caseId, state: 'pending_consent' } })) > 0
}
