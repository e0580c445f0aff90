import 'server-only'
import type { Prisma } from '@/prisma/generated/client'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import { evidenceColumns } from './evidence'
import { tokenRowSeal } from './file-owner'
import { listUploads, type Upload } from './uploads'
import type { Scoped } from './within'

type FilingPermission = 'report.submit' | 'case.file_for_worker'

/** A file of a draft that is complete. */
export type ReadyFile = Upload & { readonly storageKey: string; readonly sha256: string }

/** The complete files of a draft that is being sent, and with the draft's token their keys. */
export async function listReadyFiles(
  on: Scoped<FilingPermission>,
  token: string,
  draftId: string,
): Promise<ReadyFile[]> {
  const owner = { draftId, caseId: null, officeId: null, rowSeal: tokenRowSeal(token), isResting: false }
  const uploads = await listUploads(on as Scoped<'case.file_for_worker'>, owner)
  return uploads.filter((file): file is ReadyFile => file.view.state === 'ready' && isWhole(file))
}

function isWhole(file: Upload): file is ReadyFile {
  return file.storageKey !== null && file.sha256 !== null
}

/** The rows of a new case for the files of its draft, sealed anew: from now on the key of the case opens them, and nothing else. */
export function evidenceRows(
  caseSeal: CaseSeal,
  report: { readonly files: readonly ReadyFile[]; readonly receivedAt: Date },
  typedById: string | null,
): Prisma.EvidenceCreateManyInput[] {
  return report.files.map((file) =>
    evidenceColumns(caseSeal, file, {
      ...file,
      format: file.view.format,
      addedAt: report.receivedAt,
      addedById: typedById,
      messageId: null,
    }),
  )
}

/** The draft is sent: its files belong to the case now, and what was not complete is given up. */
export async function deleteDraftFiles(on: Scoped<FilingPermission>, draftId: string): Promise<void> {
  await on.db.upload.deleteMany({ where: { draftId } })
}

/** Where the files of a draft lie, to be discarded once the draft is deleted. */
export async function listDraftPlaces(
  on: Scoped<'report.draft' | 'case.file_for_worker'>,
  draftId: string,
): Promise<readonly string[]> {
  const rows = await on.db.upload.findMany({ where: { draftId }, select: { chunksKey: true, storageKey: true } })
  return rows.flatMap(({ chunksKey, storageKey }) => (storageKey === null ? [chunksKey] : [chunksKey, storageKey]))
}
