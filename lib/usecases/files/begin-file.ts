import 'server-only'
import { countFiles, findUpload, hasRoom, insertUpload } from '@/lib/data/uploads'
import { findFileOwner, type FileHolder } from '@/lib/data/file-owner'
import { within } from '@/lib/data/within'
import { FILE_BYTES_MAXIMUM, FILES_MAXIMUM, REFUSED_MAXIMUM } from '@/lib/domain/files/limits'
import type { FilePurpose } from '@/lib/domain/files/purposes'
import type { FileView } from '@/lib/domain/files/upload'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { newStorageKey } from '@/lib/storage/keys'

/** What is announced of a file before its bytes come. */
export type AnnouncedFile = {
  readonly purpose: FilePurpose
  readonly bytes: number
  /** Whether the worker wants the date a photo was taken kept with it. */
  readonly keepDate: boolean
  readonly name: string | null
  /** The form of the message that it is recorded with. */
  readonly messageRequestId: string | null
}

export type BeginError = { readonly code: 'not_here' | 'too_large' | 'too_many' | 'no_space' }

/**
 * Begins a file of a draft or of the own case. `too_large` and `too_many` are said before a byte is sent; `not_here`: the draft
 * is gone or sent, or the case was erased; `no_space`: the files of all drafts together take all the room they have.
 */
export async function beginFile(holder: FileHolder, file: AnnouncedFile): Promise<Result<FileView, BeginError>> {
  if (file.bytes > FILE_BYTES_MAXIMUM) return err({ code: 'too_large' })
  const at = now()
  return within(holder.grant, async (on) => {
    const owner = await findFileOwner(on, holder, { lock: true, now: at })
    if (!owner) return err({ code: 'not_here' })
    const { kept, refused } = await countFiles(on, owner)
    if (kept >= FILES_MAXIMUM || refused >= REFUSED_MAXIMUM) return err({ code: 'too_many' })
    if (!(await hasRoom(on, owner, file.bytes))) return err({ code: 'no_space' })
    const id = newId()
    await insertUpload(on, owner, { ...file, id, chunksKey: newStorageKey(), at })
    const begun = await findUpload(on, owner, id)
    if (!begun) throw new Error('a file that was just begun is not there')
    return ok(begun.view)
  })
}
