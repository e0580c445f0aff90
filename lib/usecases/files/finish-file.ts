import 'server-only'
import { findFileOwner, type FileHolder } from '@/lib/data/file-owner'
import { dropReceived, findUpload, type Upload } from '@/lib/data/uploads'
import { within } from '@/lib/data/within'
import { chunkCount, missingChunks } from '@/lib/domain/files/limits'
import type { FileView } from '@/lib/domain/files/upload'
import { err, ok, type Result } from '@/lib/domain/result'
import { inTurn } from '@/lib/files/turns'
import { now } from '@/lib/platform/clock'
import { chunkObject } from '@/lib/storage/keys'
import { fileStore } from '@/lib/storage/store'
import { findView } from './file-views'
import { settleFile } from './settle-file'
import { withStore, type StoreError } from './with-store'

/** `wrong_length`: pieces are missing; `received` says which are there. */
export type FinishError =
  | { readonly code: 'not_here' }
  | { readonly code: 'wrong_length'; readonly received: readonly number[] }
  | StoreError

/** Makes a file of the pieces that arrived. Finishing again gives the same answer, whether the first one was heard or not. */
export function finishFile(holder: FileHolder, id: string): Promise<Result<FileView, FinishError>> {
  return withStore<FileView, FinishError>(async () => {
    const found = await within(holder.grant, async (on) => {
      const owner = await findFileOwner(on, holder, { lock: false, now: now(), isSignOfLife: true })
      return owner && { upload: await findUpload(on, owner, id), view: await findView(on, owner, id) }
    })
    if (!found?.view) return err({ code: 'not_here' })
    const { upload, view } = found
    if (!upload || view.state !== 'receiving') return ok(view)
    if (missingChunks(view.bytes, view.received).length > 0) {
      return err({ code: 'wrong_length', received: view.received })
    }
    return inTurn(async () => {
      const { bytes, lost } = await gather(upload)
      if (lost.length === 0) return settleFile(holder, upload, bytes)
      return within(holder.grant, async (on) => {
        await dropReceived(on, id, lost)
        const owner = await findFileOwner(on, holder, { lock: false, now: now() })
        const current = owner && (await findView(on, owner, id))
        if (!current) return err({ code: 'not_here' })
        // Another attempt may have finished it meanwhile: then its pieces are gone, and all is well.
        return current.state === 'receiving' ? err({ code: 'wrong_length', received: current.received }) : ok(current)
      })
    })
  })
}

/** The pieces, opened and put together; `lost` are those that the store has not. */
async function gather({ fileSeal, chunksKey, view }: Upload): Promise<{ bytes: Buffer; lost: readonly number[] }> {
  const parts: Buffer[] = []
  const lost: number[] = []
  for (let index = 0; index < chunkCount(view.bytes); index += 1) {
    const sealed = await fileStore().get(chunkObject(chunksKey, index))
    if (sealed) parts.push(fileSeal.openPart(`chunk ${index}`, sealed))
    else lost.push(index)
  }
  return { bytes: Buffer.concat(parts), lost }
}
