import 'server-only'
import type { Severity } from '@/lib/domain/severity-levels'
import { newId } from '@/lib/platform/ids'
import { hashToken, idFromToken, isToken } from '@/lib/platform/token'
import { sealForToken, unsealForToken } from '@/lib/sealing/token-seal'
import { SealBroken } from '@/lib/sealing/seal'
import type { Scoped } from './within'

/** What a draft is of: a worker's own report, one that staff file for a worker, or a staff form whose session ended while typing. */
export type DraftKind = 'report' | 'assisted_report' | 'held_form'

/** The grants whose transactions may hold a draft; each opens only the draft of its own token. */
export type DraftPermission = 'report.draft' | 'report.submit' | 'case.file_for_worker' | 'form.hold'

/** Number and code of a sent report and what its promises depend on, kept until the worker says that they are written down. */
export type SealedReceipt = {
  readonly number: string
  readonly code: string
  readonly caseId: string
  readonly severity: Severity
  /** ISO instant. */
  readonly receivedAt: string
  /** Whether the worker agreed to longer keeping than that of a draft. */
  readonly isKept: boolean
  /** Whether the worker agreed to be counted; not said by receipts of before. */
  readonly isCounted?: boolean
}

export type Draft = {
  readonly id: string
  readonly kind: DraftKind
  readonly locale: string
  /** JSON value as it was saved, or null after sending. */
  readonly payload: unknown
  readonly receipt: SealedReceipt | null
  readonly version: number
  readonly lastSeenAt: Date
  /** Of the digits that open it after a rest; null when none were chosen. */
  readonly pinHash: string | null
  readonly pinTries: number
}

/** A draft lives a day after the last word; drafts past it are swept (data/sweep.ts). */
export const DRAFT_HOURS = 24
/** Between the sending and "I have kept it". */
export const RECEIPT_HOURS = 2
/** The same for a report that waited on a phone: it may be sent while nobody looks, and the phone opened again much later. */
export const WAITING_RECEIPT_HOURS = 30 * 24

const PAYLOAD = 'draft.sealed_payload'
const RECEIPT = 'draft.sealed_receipt'

/** The draft of this token, or null when there is none, it is past its time, or what the browser sent is not ours. */
export async function findDraft(
  on: Scoped<DraftPermission>,
  token: string | undefined,
  options: { lock?: boolean; now: Date },
): Promise<Draft | null> {
  if (!isToken(token)) return null
  const tokenHash = hashToken(token)
  if (options.lock) await on.db.$queryRaw`SELECT id FROM draft WHERE token_hash = ${tokenHash} FOR UPDATE`
  const row = await on.db.draft.findUnique({ where: { tokenHash } })
  if (!row || row.expiresAt <= options.now || isSomebodyElses(on, row.ownerStaffId)) return null
  const open = (column: string, sealed: Uint8Array | null) =>
    sealed ? (JSON.parse(unsealForToken(token, column, row.id, sealed)) as unknown) : null
  try {
    return {
      id: row.id,
      kind: row.kind as DraftKind,
      locale: row.locale,
      payload: open(PAYLOAD, row.sealedPayload),
      receipt: open(RECEIPT, row.sealedReceipt) as SealedReceipt | null,
      version: row.version,
      lastSeenAt: row.lastSeenAt,
      pinHash: row.pinHash,
      pinTries: row.pinTries,
    }
  } catch (error) {
    if (error instanceof SealBroken) return null
    throw error
  }
}

/** Starts a draft for a new token. The grant must carry the hash of the same token. */
export async function insertDraft(
  on: Scoped<DraftPermission>,
  token: string,
  draft: { kind: DraftKind; locale: string; payload: unknown; now: Date },
): Promise<string> {
  const id = newId()
  await on.db.draft.create({
    data: {
      id,
      kind: draft.kind,
      tokenHash: hashToken(token),
      locale: draft.locale,
      sealedPayload: sealForToken(token, PAYLOAD, id, JSON.stringify(draft.payload)),
      ownerStaffId: on.grant.actor.kind === 'staff' ? on.grant.actor.id : null,
      expiresAt: hoursAfter(draft.now, DRAFT_HOURS),
    },
    select: { id: true },
  })
  return id
}

/**
 * Starts the draft of a report that waited on a phone, unless there is one under its token already. Its id is made from the
 * token: sending the same report again, even after the receipt was kept and the draft deleted, names the same submission.
 */
export async function insertWaitingDraft(
  on: Scoped<'report.submit'>,
  token: string,
  draft: { locale: string; payload: unknown; now: Date },
): Promise<void> {
  const id = idFromToken(token)
  const row = {
    id,
    kind: 'report' satisfies DraftKind,
    tokenHash: hashToken(token),
    locale: draft.locale,
    sealedPayload: sealForToken(token, PAYLOAD, id, JSON.stringify(draft.payload)),
    expiresAt: hoursAfter(draft.now, DRAFT_HOURS),
  }
  await on.db.draft.createMany({ data: [row], skipDuplicates: true })
}

/** Saves what was typed; the draft lives another day from now. Call with the draft locked when merging. */
export async function updateDraft(
  on: Scoped<DraftPermission>,
  token: string,
  id: string,
  change: { payload: unknown; locale?: string; now: Date },
): Promise<void> {
  await on.db.draft.update({
    where: { id },
    data: {
      sealedPayload: sealForToken(token, PAYLOAD, id, JSON.stringify(change.payload)),
      ...(change.locale === undefined ? {} : { locale: change.locale }),
      version: { increment: 1 },
      expiresAt: hoursAfter(change.now, DRAFT_HOURS),
    },
    select: { id: true },
  })
}

/** Turns a draft into the receipt of what was sent: the answers leave the draft, the number and the code stay for a short time. */
export async function completeDraft(
  on: Scoped<'report.submit' | 'case.file_for_worker'>,
  token: string,
  id: string,
  receipt: SealedReceipt,
  keep: { now: Date; hours: number },
): Promise<void> {
  await on.db.draft.update({
    where: { id },
    data: {
      sealedPayload: null,
      sealedReceipt: sealForToken(token, RECEIPT, id, JSON.stringify(receipt)),
      submittedCaseId: receipt.caseId,
      expiresAt: hoursAfter(keep.now, keep.hours),
    },
    select: { id: true },
  })
}

/** Removes the draft of this grant's token, sent or not. */
export async function deleteDraft(on: Scoped<DraftPermission>, token: string): Promise<void> {
  await on.db.draft.deleteMany({ where: { tokenHash: hashToken(token) } })
}

/** What one officer writes down for a worker is not given to the next one who signs in at the same browser. */
function isSomebodyElses(on: Scoped<DraftPermission>, ownerStaffId: string | null): boolean {
  const { actor } = on.grant
  return ownerStaffId !== null && actor.kind === 'staff' && actor.id !== ownerStaffId
}

function hoursAfter(from: Date, hours: number): Date {
  return new Date(from.getTime() + hours * 3_600_000)
}
