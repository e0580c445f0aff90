import 'server-only'
import { findFileOwner, type FileHolder } from '@/lib/data/file-owner'
import { deleteUpload, findUpload } from '@/lib/data/uploads'
import { within } from '@/lib/data/within'
import type { FileView } from '@/lib/domain/files/upload'
import { err, type Result } from '@/lib/domain/result'
import { inTurn, WHOLE_WAITING_MAXIMUM } from '@/lib/files/turns'
import { now } from '@/lib/platform/clock'
import { beginFile, type AnnouncedFile, type BeginError } from './begin-file'
import { settleFile } from './settle-file'
import { withStore, type StoreError } from './with-store'

/** A file that came in one piece, from a form without scripts. What the store could not take leaves nothing behind. */
export async function addWholeFile(
  holder: FileHolder,
  file: Omit<AnnouncedFile, 'bytes'> & { readonly content: Buffer },
): Promise<Result<FileView, BeginError | StoreError>> {
  const { content, ...announced } = file
  const begun = await beginFile(holder, { ...announced, bytes: content.length })
  if (!begun.ok) return begun
  const { id } = begun.value
  const settled = await withStore(async () => {
    const upload = await within(holder.grant, async (on) => {
      const owner = await findFileOwner(on, holder, { lock: false, now: now() })
      return owner && findUpload(on, owner, id)
    })
    if (!upload) return err({ code: 'not_here' as const })
    return inTurn(() => settleFile(holder, upload, content), WHOLE_WAITING_MAXIMUM)
  })
  if (!settled.ok) await within(holder.grant, (on) => deleteUpload(on, id))
  return settled
}
