import 'server-only'
import { appendAudit } from '@/lib/data/audit'
import { removeOwnEvidence } from '@/lib/data/evidence'
import { findFileOwner, type FileHolder, type FileOwner, type FilePermission } from '@/lib/data/file-owner'
import { deleteUpload, findUpload } from '@/lib/data/uploads'
import { within, type Scoped } from '@/lib/data/within'
import { chunkCount } from '@/lib/domain/files/limits'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { chunkObject, fileObject } from '@/lib/storage/keys'
import { discardObjects } from './with-store'

/**
 * Takes a file back: first its row, then its bytes. What is not there is gone already. `kept`: the law holds it; `not_here`: the
 * draft rests, and who holds the phone may be anybody.
 */
export async function removeFile(
  holder: FileHolder,
  id: string,
): Promise<Result<null, { readonly code: 'kept' | 'not_here' }>> {
  const objects = await within(holder.grant, async (on) => {
    const owner = await findFileOwner(on, holder, { lock: true, now: now() })
    if (owner?.isResting) return 'not_here'
    return owner ? removeRow(on, owner, id) : []
  })
  if (typeof objects === 'string') return err({ code: objects })
  await discardObjects(objects)
  return ok(null)
}

async function removeRow(on: Scoped<FilePermission>, owner: FileOwner, id: string): Promise<'kept' | string[]> {
  const upload = await findUpload(on, owner, id, { lock: true })
  if (upload) {
    await deleteUpload(on, id)
    const chunks = upload.view.received.length === 0 ? 0 : chunkCount(upload.view.bytes)
    const pieces = Array.from({ length: chunks }, (_, index) => chunkObject(upload.chunksKey, index))
    return upload.storageKey === null ? pieces : [...pieces, fileObject(upload.storageKey)]
  }
  if (owner.caseId === null || owner.officeId === null) return []
  const removed = await removeOwnEvidence(on as Scoped<'own_case.write'>, id, now())
  if (removed === null || removed === 'kept') return removed ?? []
  await appendAudit(on, owner.officeId, 'evidence.removed', { caseId: owner.caseId, detail: { evidenceId: id } })
  return [fileObject(removed.storageKey)]
}
