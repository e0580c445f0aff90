import 'server-only'
import type { FeeCategoryCode } from '@/lib/domain/fees/categories'
import type { PartyRole } from '@/lib/domain/fees/payees'
import type { Money } from '@/lib/domain/money/money'
import { isCurrencyCode } from '@/lib/domain/money/currencies'
import type { IntakeChannel } from '@/lib/domain/report/contact-channels'
import type { Severity } from '@/lib/domain/severity-levels'
import type { ClosingCode } from '@/lib/domain/workflow/outcomes'
import type { CaseState } from '@/lib/domain/workflow/states'
import { newId } from '@/lib/platform/ids'
import type { FeeLine } from '@/prisma/generated/client'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

/** The case as its worker sees it: facts only, no words. */
export type OwnCase = {
  readonly id: string
  readonly number: string
  readonly office: { readonly id: string; readonly name: string }
  readonly state: CaseState
  readonly severity: Severity
  readonly stateBeforeAwaiting: CaseState | null
  readonly origin: string | null
  readonly scheme: string | null
  /** What was told of danger, as stored codes. */
  readonly dangerCodes: readonly string[]
  /** The language the report was made in; what officers write is translated into it. */
  readonly language: string
  readonly receivedAt: Date
  readonly closedAt: Date | null
  readonly closingCode: ClosingCode | null
  readonly channel: IntakeChannel
  /** Somebody else than the worker told it. */
  readonly isByProxy: boolean
  /** When its key will be destroyed because the worker does not want it kept; null otherwise. */
  readonly eraseDueAt: Date | null
  /** Whether the worker's yes to statistics stands. */
  readonly inStatistics: boolean
  readonly version: number
}

/** A promise with a date; one that is met, cancelled or paused is not here. */
export type OwnDeadline = { readonly id: string; readonly kind: string; readonly dueAt: Date }

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

/**
 * One payment as it was told, opened. `paidOn` is `YYYY` or `YYYY-MM`; `amountAsTyped` where no number could be read; the upper
 * end only where a range was remembered. One lump that an officer has split stays here as it was told, with the `parts` that
 * are judged in its place.
 */
export type OwnFeeLine = {
  readonly id: string
  readonly payeeRole: PartyRole | null
  readonly payeeName: string | null
  readonly category: FeeCategoryCode | null
  readonly lumpCategories: readonly FeeCategoryCode[]
  readonly amount: Money | null
  readonly amountMaxMinor: bigint | null
  readonly amountAsTyped: string | null
  readonly precision: string
  readonly paidOn: string | null
  readonly parts: readonly OwnFeePart[]
}

/** A part of a lump: the line that is judged, what it is for and how much of the lump it is. */
export type OwnFeePart = Pick<OwnFeeLine, 'id' | 'category' | 'lumpCategories' | 'amount'>

type OwnReader = 'own_case.read' | 'own_case.write'

/** The one case of this grant, or null when it was erased. */
export async function findOwnCase(on: Scoped<OwnReader>): Promise<OwnCase | null> {
  const row = await on.db.case.findUnique({
    where: { id: on.grant.actor.caseId, erasedAt: null },
    select: {
      id: true,
      number: true,
      state: true,
      severity: true,
      stateBeforeAwaiting: true,
      origin: true,
      scheme: true,
      dangerCodes: true,
      language: true,
      receivedAt: true,
      closedAt: true,
      closingCode: true,
      channel: true,
      eraseDueAt: true,
      inStatistics: true,
      version: true,
      office: { select: { id: true, name: true } },
      people: { where: { kind: 'proxy' }, select: { id: true } },
    },
  })
  if (row === null) return null
  const { people, ...facts } = row
  return {
    ...facts,
    isByProxy: people.length > 0,
    state: row.state as CaseState,
    severity: row.severity as Severity,
    closingCode: row.closingCode as ClosingCode | null,
    channel: row.channel as IntakeChannel,
    stateBeforeAwaiting: row.stateBeforeAwaiting as CaseState | null,
  }
}

/**
 * The one case of this grant, held until the transaction ends: an officer who moves it at the same moment waits, then finds
 * another version and is told. Null when it was erased.
 */
export async function lockOwnCase(on: Scoped<'own_case.write'>): Promise<OwnCase | null> {
  await on.db.$queryRaw`SELECT id FROM cases WHERE id = ${on.grant.actor.caseId}::uuid FOR UPDATE`
  return findOwnCase(on)
}

/** What the office has promised and not yet done, the next one first. */
export async function listOwnDeadlines(on: Scoped<OwnReader>): Promise<OwnDeadline[]> {
  return on.db.deadline.findMany({
    where: { caseId: on.grant.actor.caseId, ownerKind: 'officer', metAt: null, cancelledAt: null, pausedAt: null },
    select: { id: true, kind: true, dueAt: true },
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

/** A case that waits for its worker goes on elsewhere than where it came from. */
export async function updateOwnStateBefore(on: Scoped<'own_case.write'>, state: CaseState): Promise<void> {
  await on.db.case.update({
    where: { id: on.grant.actor.caseId },
    data: { stateBeforeAwaiting: state, version: { increment: 1 } },
    select: { id: true },
  })
}

/** The payments of the case in the order they were told. */
export async function listOwnFeeLines(on: Scoped<OwnReader>, caseSeal: CaseSeal): Promise<OwnFeeLine[]> {
  const rows = await on.db.feeLine.findMany({
    where: { caseId: caseSeal.caseId, removedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
  const partsOf = (whole: string): FeeLine[] =>
    rows.filter((row) => row.splitFromId === whole).flatMap((row) => (row.splitAt ? partsOf(row.id) : [row]))
  return rows
    .filter((row) => row.splitFromId === null)
    .map((row) => ({
      ...ownPart(row),
      payeeRole: row.payeeRole as PartyRole | null,
      payeeName: row.sealedPayeeName && caseSeal.unseal('fee_line.sealed_payee_name', row.id, row.sealedPayeeName),
      amountMaxMinor: row.amountMaxMinor,
      amountAsTyped:
        row.sealedAmountAsTyped && caseSeal.unseal('fee_line.sealed_amount_as_typed', row.id, row.sealedAmountAsTyped),
      precision: row.precision,
      paidOn: row.paidOn,
      parts: row.splitAt ? partsOf(row.id).map(ownPart) : [],
    }))
}

function ownPart(row: FeeLine): OwnFeePart {
  return {
    id: row.id,
    category: row.category as FeeCategoryCode | null,
    lumpCategories: row.lumpCategories as FeeCategoryCode[],
    amount:
      row.amountMinor !== null && row.currency !== null && isCurrencyCode(row.currency)
        ? { amountMinor: row.amountMinor, currency: row.currency }
        : null,
  }
}

/** Whether the form with this id already made a payment. */
export async function hasFeeLineOfRequest(on: Scoped<'own_case.write'>, requestId: string): Promise<boolean> {
  return (await on.db.feeLine.count({ where: { requestId, caseId: on.grant.actor.caseId } })) > 0
}

/** How many payments the case has. */
export function countOwnFeeLines(on: Scoped<'own_case.write'>): Promise<number> {
  return on.db.feeLine.count({ where: { caseId: on.grant.actor.caseId, removedAt: null, splitFromId: null } })
}

/** What a worker's own act changes on the case. Call with the case locked; officers who read it before are told. */
export type OwnCaseChange = {
  readonly state?: CaseState
  readonly closingCode?: ClosingCode | null
  readonly eraseDueAt?: Date | null
  /** A worker can ask for another officer, not choose one. */
  readonly assigneeId?: null
  readonly inStatistics?: boolean
}

/** Writes a change of the case and, with a new state, the station on its line. */
export async function updateOwnCase(
  on: Scoped<'own_case.write'>,
  own: OwnCase,
  change: OwnCaseChange,
  at: Date,
): Promise<void> {
  const { state } = change
  await on.db.case.update({
    where: { id: own.id },
    data: {
      ...change,
      ...(state === undefined
        ? {}
        : {
            stateChangedAt: at,
            awaitingSince: null,
            stateBeforeAwaiting: null,
            closedAt: state === 'closed' ? at : null,
          }),
      version: { increment: 1 },
    },
    select: { id: true },
  })
  if (state === undefined) return
  await on.db.stateMove.createMany({
    data: [
      {
        id: newId(),
        caseId: own.id,
        fromState: own.state,
        toState: state,
        closingCode: change.closingCode ?? null,
        byKind: 'worker',
        movedAt: at,
      },
    ],
  })
}

/** One more message of the worker that nobody has read. Not a new version: an officer's form stays good. */
export async function countUnreadFromWorker(on: Scoped<'own_case.write'>): Promise<void> {
  await on.db.case.update({
    where: { id: on.grant.actor.caseId },
    data: { unreadFromWorker: { increment: 1 } },
    select: { id: true },
  })
}
