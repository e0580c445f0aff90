import 'server-only'
import type { FileFormat } from '@/lib/domain/files/formats'
import { DRAFT_FILES_BYTES_MAXIMUM, UPLOAD_HOURS } from '@/lib/domain/files/limits'
import type { FilePurpose } from '@/lib/domain/files/purposes'
import type { FileRefusal, RemovedCode } from '@/lib/domain/files/refusals'
import type { FileView, UploadState } from '@/lib/domain/files/upload'
import type { Upload as UploadRow } from '@/prisma/generated/client'
import { fileSealFrom, newFileSeal, type FileSeal } from '@/lib/sealing/file-seal'
import type { FileOwner, FilePermission, RowSeal } from './file-owner'
import type { Scoped } from './within'

export type { FileSeal }

const NAME = 'upload.sealed_file_name'
const KEY = 'upload.sealed_file_key'
const SHA256 = 'upload.sealed_sha256'

/** A file on its way, opened. */
export type Upload = {
  readonly id: string
  readonly view: FileView
  readonly keepDate: boolean
  readonly chunksKey: string
  readonly storageKey: string | null
  readonly fileSeal: FileSeal
  /** Of the file as kept, hexadecimal; null until it is ready. */
  readonly sha256: string | null
  readonly scannedAt: Date | null
}

export type NewUpload = {
  readonly id: string
  readonly purpose: FilePurpose
  readonly bytes: number
  readonly keepDate: boolean
  readonly name: string | null
  readonly messageRequestId: string | null
  readonly chunksKey: string
  readonly at: Date
}

/** What became of a file that was looked through and cleaned. */
export type KeptFile = {
  readonly format: FileFormat
  readonly bytes: number
  readonly sha256: string
  readonly storageKey: string
  readonly removed: readonly RemovedCode[]
  readonly takenOn: string | null
  readonly durationSeconds: number | null
  /** When a scanner found nothing in it; null when none looked. */
  readonly scannedAt: Date | null
}

/** Begins a file, with a key of its own. Call with the owner locked, so that the count of files holds. */
export async function insertUpload(on: Scoped<FilePermission>, owner: FileOwner, file: NewUpload): Promise<void> {
  const { id } = file
  await on.db.upload.create({
    data: {
      id,
      draftId: owner.draftId,
      caseId: owner.caseId,
      purpose: file.purpose,
      declaredBytes: file.bytes,
      keepDate: file.keepDate,
      messageRequestId: file.messageRequestId,
      sealedFileName: file.name === null ? null : owner.rowSeal.seal(NAME, id, file.name),
      sealedFileKey: owner.rowSeal.seal(KEY, id, newFileSeal(id).keyText),
      chunksKey: file.chunksKey,
      createdAt: file.at,
      expiresAt: owner.caseId === null ? null : new Date(file.at.getTime() + UPLOAD_HOURS * 3_600_000),
    },
    select: { id: true },
  })
}

/** The file of this id, when it is this owner's; null otherwise. `lock` holds it until the transaction ends. */
export async function findUpload(
  on: Scoped<FilePermission>,
  owner: FileOwner,
  id: string,
  options: { lock: boolean } = { lock: false },
): Promise<Upload | null> {
  if (options.lock) await on.db.$queryRaw`SELECT id FROM upload WHERE id = ${id}::uuid FOR UPDATE`
  const row = await on.db.upload.findFirst({ where: { id, draftId: owner.draftId, caseId: owner.caseId } })
  return row && opened(row, owner.rowSeal)
}

/** Every file on its way of this owner, in the order they were begun. */
export async function listUploads(on: Scoped<FilePermission>, owner: FileOwner): Promise<Upload[]> {
  const where = { draftId: owner.draftId, caseId: owner.caseId }
  const rows = await on.db.upload.findMany({ where, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => opened(row, owner.rowSeal))
}

/** How many files this owner has: on their way or kept, and not taken back; and how many were refused. */
export async function countFiles(
  on: Scoped<FilePermission>,
  owner: FileOwner,
): Promise<{ readonly kept: number; readonly refused: number }> {
  const { draftId, caseId } = owner
  const refused = await on.db.upload.count({ where: { draftId, caseId, state: 'refused' } })
  const uploads = await on.db.upload.count({ where: { draftId, caseId, state: { not: 'refused' } } })
  const evidence = caseId === null ? 0 : await on.db.evidence.count({ where: { caseId, removedAt: null } })
  return { kept: uploads + evidence, refused }
}

/** Whether the files of all drafts together leave room for so many bytes; those of a case have room of their own. */
export async function hasRoom(on: Scoped<FilePermission>, owner: FileOwner, bytes: number): Promise<boolean> {
  if (owner.draftId === null) return true
  return (await countDraftFileBytes(on)) + bytes <= DRAFT_FILES_BYTES_MAXIMUM
}

/** How much room the files of all drafts together take. */
export async function countDraftFileBytes(
  on: Scoped<FilePermission | 'system.read' | 'system.observe'>,
): Promise<number> {
  const [row] = await on.db.$queryRaw<{ bytes: bigint }[]>`SELECT app.draft_file_bytes() AS bytes`
  return Number(row?.bytes ?? 0)
}

/** Notes that pieces are stored. Returns all indexes that are there; null when the file is gone or not being received any more. */
export async function addReceived(on: Scoped<FilePermission>, id: string, index: number): Promise<number[] | null> {
  const rows = await on.db.$queryRaw<{ received: number[] }[]>`
    UPDATE upload SET received = ARRAY(SELECT DISTINCT unnest(array_append(coalesce(received, '{}'), ${index}::int)) ORDER BY 1)
    WHERE id = ${id}::uuid AND state = 'receiving' RETURNING received`
  return rows[0]?.received ?? null
}

/** Forgets pieces that the store has lost, so that they are sent again. */
export async function dropReceived(on: Scoped<FilePermission>, id: string, lost: readonly number[]): Promise<void> {
  await on.db.$executeRaw`
    UPDATE upload SET received = ARRAY(SELECT r FROM unnest(received) r WHERE NOT r = ANY (${[...lost]}::int[])) WHERE id = ${id}::uuid AND state = 'receiving'`
}

/** The file of a draft is complete and kept until the report is sent. */
export async function markReady(
  on: Scoped<FilePermission>,
  owner: FileOwner,
  id: string,
  kept: KeptFile,
): Promise<void> {
  await on.db.upload.update({
    where: { id },
    data: {
      state: 'ready' satisfies UploadState,
      received: [],
      storageKey: kept.storageKey,
      sealedSha256: owner.rowSeal.seal(SHA256, id, kept.sha256),
      format: kept.format,
      sizeBytes: kept.bytes,
      removedCodes: [...kept.removed],
      takenOn: kept.takenOn,
      durationSeconds: kept.durationSeconds,
      scannedAt: kept.scannedAt,
    },
    select: { id: true },
  })
}

/** The file cannot be kept; the row stays for a while to say why. */
export async function markRefused(on: Scoped<FilePermission>, id: string, refusal: FileRefusal): Promise<void> {
  const state = 'refused' satisfies UploadState
  await on.db.upload.update({ where: { id }, data: { state, refusal, received: [] }, select: { id: true } })
}

/** Takes the row away; what is stored under its keys goes afterwards. */
export async function deleteUpload(on: Scoped<FilePermission>, id: string): Promise<void> {
  await on.db.upload.deleteMany({ where: { id } })
}

function opened(row: UploadRow, rowSeal: RowSeal): Upload {
  const open = (column: string, sealed: Uint8Array | null) => sealed && rowSeal.unseal(column, row.id, sealed)
  return {
    id: row.id,
    keepDate: row.keepDate,
    chunksKey: row.chunksKey,
    storageKey: row.storageKey,
    fileSeal: fileSealFrom(row.id, rowSeal.unseal(KEY, row.id, row.sealedFileKey)),
    sha256: open(SHA256, row.sealedSha256),
    scannedAt: row.scannedAt,
    view: {
      id: row.id,
      purpose: row.purpose as FilePurpose,
      state: row.state as UploadState,
      received: row.received,
      bytes: row.sizeBytes ?? row.declaredBytes,
      refusal: row.refusal as FileRefusal | null,
      removed: row.removedCodes as RemovedCode[],
      takenOn: row.takenOn,
      format: row.format as FileFormat | null,
      durationSeconds: row.durationSeconds,
      name: open(NAME, row.sealedFileName),
      messageRequestId: row.messageRequestId,
      addedAt: row.createdAt,
    },
  }
}
