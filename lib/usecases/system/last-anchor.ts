import 'server-only'
import { logFailure } from '@/lib/platform/logger'
import { readAnchors } from '@/lib/storage/anchor-files'
import type { SystemFacts } from '@/lib/domain/system/facts'

/** When the end of an audit chain was last written down outside of the database; null where no folder is set. */
export async function readLastAnchor(directory: string | undefined): Promise<SystemFacts['anchors']> {
  if (directory === undefined) return null
  try {
    const last = (await readAnchors(directory))
      .map(({ at }) => at)
      .toSorted()
      .at(-1)
    return { isReadable: true, lastAt: last === undefined ? null : new Date(last) }
  } catch (error) {
    // The first one makes the folder.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { isReadable: true, lastAt: null }
    logFailure(error, { event: 'anchors_unreadable' })
    return { isReadable: false, lastAt: null }
  }
}
