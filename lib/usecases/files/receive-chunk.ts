import 'server-only'
import { findFileOwner, type FileHolder } from '@/lib/data/file-owner'
import { addReceived, findUpload, hasRoom } from '@/lib/data/uploads'
import { within } from '@/lib/data/within'
import { chunkLength } from '@/lib/domain/files/limits'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { chunkObject } from '@/lib/storage/keys'
import { fileStore } from '@/lib/storage/store'
import { withStore, type StoreError } from './with-store'

export type ChunkError = { readonly code: 'not_here' | 'wrong_length' } | StoreError

/**
 * Keeps one piece of a file, sealed before it touches a disk. Pieces come in any order and as often as the line needs; a piece
 * of a file that is already complete changes nothing. Returns the indexes that are there.
 */
export function receiveChunk(
  holder: FileHolder,
  chunk: { readonly id: string; readonly index: number; readonly bytes: Uint8Array },
): Promise<Result<readonly number[], ChunkError>> {
  return withStore<readonly number[], ChunkError>(async () => {
    const upload = await within(holder.grant, async (on) => {
      const owner = await findFileOwner(on, holder, { lock: false, now: now(), isSignOfLife: true })
      const found = owner && (await findUpload(on, owner, chunk.id))
      return found && { ...found, hasRoom: await hasRoom(on, owner, chunk.bytes.length) }
    })
    if (!upload) return err({ code: 'not_here' })
    const { view } = upload
    if (view.state !== 'receiving' || view.received.includes(chunk.index)) return ok(view.received)
    if (chunkLength(view.bytes, chunk.index) !== chunk.bytes.length) return err({ code: 'wrong_length' })
    if (!upload.hasRoom) return err({ code: 'no_space' })
    const sealed = upload.fileSeal.sealPart(`chunk ${chunk.index}`, chunk.bytes)
    await fileStore().put(chunkObject(upload.chunksKey, chunk.index), sealed)
    return ok((await within(holder.grant, (on) => addReceived(on, chunk.id, chunk.index))) ?? [])
  })
}
