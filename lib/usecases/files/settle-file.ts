import 'server-only'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { insertEvidence } from '@/lib/data/evidence'
import { findFileOwner, type FileHolder, type FileOwner, type FilePermission } from '@/lib/data/file-owner'
import { countUnreadFromWorker } from '@/lib/data/own-case'
import { deleteUpload, findUpload, markReady, markRefused, type KeptFile, type Upload } from '@/lib/data/uploads'
import { within, type Scoped } from '@/lib/data/within'
import { chunkCount } from '@/lib/domain/files/limits'
import type { FileView } from '@/lib/domain/files/upload'
import { err, ok, type Result } from '@/lib/domain/result'
import { fileProcessor } from '@/lib/files/processor'
import { now } from '@/lib/platform/clock'
import { log } from '@/lib/platform/logger'
import { chunkObject, fileObject, newStorageKey } from '@/lib/storage/keys'
import { fileStore } from '@/lib/storage/store'
import { findView } from './file-views'
import { scanFile } from './scan-file'
import { discardObjects } from './with-store'

export type SettleError = { readonly code: 'not_here' }

/**
 * Looks through a file that has arrived whole, cleans it, seals it and keeps it, or says why not. The result is written once: of
 * two attempts at the same moment the second finds what the first wrote. A crash before that leaves the pieces as they were.
 */
export async function settleFile(
  holder: FileHolder,
  upload: Upload,
  bytes: Buffer,
): Promise<Result<FileView, SettleError>> {
  // As it came: what a scanner knows may be what cleaning takes apart. Where it does not answer, the file is received all the same
  // and opened by nobody before it was asked again.
  const scanned = await scanFile(bytes)
  if (scanned === 'found') {
    const view = await write(holder, upload.id, (on) => markRefused(on, upload.id, 'harmful'))
    await discardChunks(upload)
    return view
  }
  const processed = await fileProcessor()(bytes, { purpose: upload.view.purpose, keepDate: upload.keepDate })
  if (!processed.ok) {
    if (processed.error.brokeOff) log('warn', { event: 'file_reader_broke_off' })
    const view = await write(holder, upload.id, (on) => markRefused(on, upload.id, processed.error.code))
    await discardChunks(upload)
    return view
  }
  const { bytes: clean, ...facts } = processed.value
  const storageKey = newStorageKey()
  await fileStore().put(fileObject(storageKey), upload.fileSeal.sealPart('file', clean))
  const kept: KeptFile = {
    ...facts,
    bytes: clean.length,
    sha256: upload.fileSeal.hash(clean),
    storageKey,
    scannedAt: scanned === 'clean' ? now() : null,
  }
  let isKept = false
  const view = await write(holder, upload.id, async (on, owner) => {
    await keep(on, owner, upload, kept)
    isKept = true
  })
  await (isKept ? discardChunks(upload) : discardObjects([fileObject(storageKey)]))
  return view
}

/** Writes the result while the file is still being received; anyhow returns the file as it is then. */
async function write(
  holder: FileHolder,
  id: string,
  change: (on: Scoped<FilePermission>, owner: FileOwner) => Promise<void>,
): Promise<Result<FileView, SettleError>> {
  return within(holder.grant, async (on) => {
    const owner = await findFileOwner(on, holder, { lock: true, now: now() })
    const current = owner && (await findUpload(on, owner, id, { lock: true }))
    if (owner && current?.view.state === 'receiving') await change(on, owner)
    const view = owner && (await findView(on, owner, id))
    return view ? ok(view) : err({ code: 'not_here' })
  })
}

async function keep(on: Scoped<FilePermission>, owner: FileOwner, upload: Upload, kept: KeptFile): Promise<void> {
  if (owner.caseId === null || owner.officeId === null) return markReady(on, owner, upload.id, kept)
  const scoped = on as Scoped<'own_case.write'>
  const caseSeal = await findCaseSeal(on, owner.caseId)
  if (!caseSeal) throw new Error('the key of this case is gone')
  await insertEvidence(scoped, caseSeal, upload, { ...kept, addedAt: now() })
  await deleteUpload(on, upload.id)
  await countUnreadFromWorker(scoped)
  const detail = { evidenceId: upload.id, kind: upload.view.purpose, format: kept.format }
  await appendAudit(on, owner.officeId, 'evidence.added', { caseId: owner.caseId, detail })
}

function discardChunks(upload: Upload): Promise<void> {
  const count = upload.view.received.length === 0 ? 0 : chunkCount(upload.view.bytes)
  return discardObjects(Array.from({ length: count }, (_, index) => chunkObject(upload.chunksKey, index)))
}
