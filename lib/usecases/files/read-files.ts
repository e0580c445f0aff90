import 'server-only'
import { findFileOwner, type FileHolder } from '@/lib/data/file-owner'
import { within } from '@/lib/data/within'
import type { FileView } from '@/lib/domain/files/upload'
import { now } from '@/lib/platform/clock'
import { findView, listViews } from './file-views'

/** One file of the holder; null when there is none. */
export function readFileOf(holder: FileHolder, id: string): Promise<FileView | null> {
  return within(holder.grant, async (on) => {
    const owner = await findFileOwner(on, holder, { lock: false, now: now() })
    return owner && findView(on, owner, id)
  })
}

/** The files of the holder, the first one first: on their way, kept and refused; null when the draft or the case is gone, or the draft rests. */
export function listFilesOf(holder: FileHolder): Promise<readonly FileView[] | null> {
  return within(holder.grant, async (on) => {
    const owner = await findFileOwner(on, holder, { lock: false, now: now() })
    return owner && !owner.isResting ? listViews(on, owner) : null
  })
}
