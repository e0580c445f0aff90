import 'server-only'
import { findCaseSeal } from '@/lib/data/case-keys'
import { listEvidence } from '@/lib/data/evidence'
import type { FileOwner, FilePermission } from '@/lib/data/file-owner'
import { findUpload, listUploads } from '@/lib/data/uploads'
import type { Scoped } from '@/lib/data/within'
import type { CaseEvidence } from '@/lib/domain/files/evidence'
import type { FileView } from '@/lib/domain/files/upload'

/** One file of this owner, on its way or kept; null when there is none. While its draft rests, it has no name. */
export async function findView(on: Scoped<FilePermission>, owner: FileOwner, id: string): Promise<FileView | null> {
  const upload = await findUpload(on, owner, id)
  if (upload) return owner.isResting ? { ...upload.view, name: null } : upload.view
  return (await listKept(on, owner)).find((view) => view.id === id) ?? null
}

/** All files of this owner, in the order they were begun. */
export async function listViews(on: Scoped<FilePermission>, owner: FileOwner): Promise<readonly FileView[]> {
  const uploads = await listUploads(on, owner)
  const views = [...(await listKept(on, owner)), ...uploads.map(({ view }) => view)]
  return views.toSorted((a, b) => a.addedAt.getTime() - b.addedAt.getTime())
}

async function listKept(on: Scoped<FilePermission>, { caseId }: FileOwner): Promise<readonly FileView[]> {
  if (caseId === null) return []
  const files = await listEvidence(on as Scoped<'own_case.write'>, caseId, await findCaseSeal(on, caseId))
  return files.filter(({ addedByKind, removedAt }) => addedByKind === 'worker' && removedAt === null).map(viewOf)
}

function viewOf(file: CaseEvidence): FileView {
  return {
    id: file.id,
    purpose: file.kind,
    // Kept while the scanner did not answer, and found harmful when somebody was about to open it.
    state: file.scan === 'found' ? 'refused' : 'ready',
    received: [],
    bytes: file.sizeBytes,
    refusal: file.scan === 'found' ? 'harmful' : null,
    removed: file.removed,
    takenOn: file.takenOn,
    format: file.format,
    durationSeconds: file.durationSeconds,
    name: file.name,
    messageRequestId: file.messageRequestId,
    addedAt: file.addedAt,
  }
}
