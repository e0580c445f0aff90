import 'server-only'
import { FILE_FORMATS, isFileFormat, type FileFormat } from '@/lib/domain/files/formats'
import type { CaseEvidence } from '@/lib/domain/files/evidence'
import type { FilePurpose } from '@/lib/domain/files/purposes'
import type { RemovedCode } from '@/lib/domain/files/refusals'
import type { Evidence, Prisma } from '@/prisma/generated/client'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import { fileSealFrom, type FileSeal } from '@/lib/sealing/file-seal'
import type { KeptFile, Upload } from './uploads'
import type { Scoped } from './within'

const NAME = 'evidence.sealed_file_name'
const KEY = 'evidence.sealed_file_key'
const SHA256 = 'evidence.sealed_sha256'

type Reader = 'case.read' | 'own_case.read' | 'own_case.write' | 'case.change_state'

/** Where the bytes of a file lie and what opens them. */
export type StoredFile = {
  readonly id: string
  readonly kind: FilePurpose
  readonly format: FileFormat
  readonly storageKey: string
  readonly fileSeal: FileSeal
  /** Of the file as kept, hexadecimal. */
  readonly sha256: string
  /** What a scanner said of it; nothing where none looked. */
  readonly scan: 'clean' | 'found' | null
}

/** One row of a case for a file that is complete, sealed under the key of the case. */
export function evidenceColumns(
  caseSeal: CaseSeal,
  file: Upload,
  kept: {
    readonly format: FileFormat | null
    readonly storageKey: string
    readonly sha256: string
    readonly addedAt: Date
    readonly addedById: string | null
    readonly messageId: string | null
    readonly scannedAt: Date | null
  },
): Prisma.EvidenceCreateManyInput {
  const { id, view } = file
  if (kept.format === null) throw new Error('a complete file has a format')
  return {
    id,
    caseId: caseSeal.caseId,
    kind: view.purpose,
    format: kept.format,
    contentType: FILE_FORMATS[kept.format].contentType,
    sizeBytes: view.bytes,
    sealedSha256: caseSeal.seal(SHA256, id, kept.sha256),
    sealedFileKey: caseSeal.seal(KEY, id, file.fileSeal.keyText),
    storageKey: kept.storageKey,
    sealedFileName: view.name === null ? null : caseSeal.seal(NAME, id, view.name),
    removedCodes: [...view.removed],
    takenOn: view.takenOn,
    durationSeconds: view.durationSeconds,
    messageRequestId: view.messageRequestId,
    messageId: kept.messageId,
    addedByKind: kept.addedById === null ? 'worker' : 'staff',
    addedById: kept.addedById,
    addedAt: kept.addedAt,
    scannedAt: kept.scannedAt,
  }
}

/** The file of a case is complete: it belongs to the case from now on, and to the message it was recorded with, if that is sent. */
export async function insertEvidence(
  on: Scoped<'own_case.write'>,
  caseSeal: CaseSeal,
  file: Upload,
  kept: KeptFile & { readonly addedAt: Date },
): Promise<void> {
  const { messageRequestId } = file.view
  const message =
    messageRequestId === null
      ? null
      : await on.db.message.findFirst({
          where: { caseId: caseSeal.caseId, requestId: messageRequestId, direction: 'from_worker' },
          select: { id: true },
        })
  const view = { ...file.view, ...kept }
  await on.db.evidence.createMany({
    data: [evidenceColumns(caseSeal, { ...file, view }, { ...kept, addedById: null, messageId: message?.id ?? null })],
  })
}

/** Ties the files that were recorded with a form to the message it became. */
export async function tieToMessage(
  on: Scoped<'own_case.write'>,
  message: { readonly id: string; readonly requestId: string },
): Promise<void> {
  await on.db.evidence.updateMany({
    where: { caseId: on.grant.actor.caseId, messageRequestId: message.requestId, messageId: null },
    data: { messageId: message.id },
  })
}

/** The files of a case, in the order they were added; without a key what is sealed stays unread. Those taken away are named, not opened. */
export async function listEvidence(
  on: Scoped<Reader>,
  caseId: string,
  caseSeal: CaseSeal | null,
): Promise<(CaseEvidence & { readonly addedById: string | null })[]> {
  const rows = await on.db.evidence.findMany({ where: { caseId }, orderBy: [{ addedAt: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as FilePurpose,
    format: row.format as FileFormat,
    sizeBytes: row.sizeBytes,
    name: caseSeal && row.sealedFileName && caseSeal.unseal(NAME, row.id, row.sealedFileName),
    removed: row.removedCodes as RemovedCode[],
    takenOn: row.takenOn,
    durationSeconds: row.durationSeconds,
    feeLineId: row.feeLineId,
    messageId: row.messageId,
    messageRequestId: row.messageRequestId,
    addedByKind: row.addedByKind,
    addedById: row.addedById,
    addedAt: row.addedAt,
    removedAt: row.removedAt,
    scan: row.foundAt !== null ? 'found' : row.scannedAt !== null ? 'clean' : null,
  }))
}

/** The files of a case that are still there. */
export async function listOpenFileIds(on: Scoped<'case.change_state'>, caseId: string): Promise<string[]> {
  const rows = await on.db.evidence.findMany({ where: { caseId, removedAt: null }, select: { id: true } })
  return rows.map(({ id }) => id)
}

/** What opens the files that somebody else is given, as far as they are still there, and what a scanner said of each (goesAlong decides). */
export async function listSharedFiles(on: Scoped<'case.change_state'>, caseSeal: CaseSeal, ids: readonly string[]) {
  const where = { caseId: caseSeal.caseId, id: { in: [...ids] }, removedAt: null }
  const rows = await on.db.evidence.findMany({ where, orderBy: [{ addedAt: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    format: row.format,
    bytes: row.sizeBytes,
    name: (row.sealedFileName && caseSeal.unseal(NAME, row.id, row.sealedFileName)) ?? `${row.kind}.${row.format}`,
    storageKey: row.storageKey,
    scan: scanOf(row),
    keyText: caseSeal.unseal(KEY, row.id, row.sealedFileKey),
    sha256: caseSeal.unseal(SHA256, row.id, row.sealedSha256),
  }))
}

/** What opens one file of a case that the grant sees; null when there is none, or it was taken away. */
export async function findStoredFile(on: Scoped<Reader>, caseSeal: CaseSeal, id: string): Promise<StoredFile | null> {
  const row = await on.db.evidence.findFirst({ where: { id, caseId: caseSeal.caseId, removedAt: null } })
  return row && stored(caseSeal, row)
}

function stored(caseSeal: CaseSeal, row: Evidence): StoredFile {
  if (!isFileFormat(row.format)) throw new Error('a stored file of no known format')
  return {
    id: row.id,
    kind: row.kind as FilePurpose,
    format: row.format,
    storageKey: row.storageKey,
    fileSeal: fileSealFrom(row.id, caseSeal.unseal(KEY, row.id, row.sealedFileKey)),
    sha256: caseSeal.unseal(SHA256, row.id, row.sealedSha256),
    scan: scanOf(row),
  }
}

function scanOf({ foundAt, scannedAt }: Pick<Evidence, 'foundAt' | 'scannedAt'>): StoredFile['scan'] {
  if (foundAt !== null) return 'found'
  return scannedAt === null ? null : 'clean'
}

/** What a scanner said of a file that was kept before it was asked (app.note_scan). */
export async function noteScan(
  on: Scoped<'case.read' | 'case.change_state'>,
  id: string,
  result: 'clean' | 'found',
): Promise<void> {
  await on.db.$queryRaw`SELECT app.note_scan(${id}::uuid, ${result === 'found'})`
}

/** Takes a file of the own case back. Its place in the store, whose object goes afterwards; `kept` when the law holds it; null when there is none. */
export async function removeOwnEvidence(
  on: Scoped<'own_case.write'>,
  id: string,
  at: Date,
): Promise<{ readonly storageKey: string } | 'kept' | null> {
  const { caseId } = on.grant.actor
  const row = await on.db.evidence.findFirst({ where: { id, caseId, addedByKind: 'worker', removedAt: null } })
  if (!row) return null
  if (row.legalHold) return 'kept'
  await on.db.evidence.update({ where: { id }, data: { removedAt: at }, select: { id: true } })
  return { storageKey: row.storageKey }
}
