import 'server-only'
import { findFileHolders } from '@/lib/access/file-holder'
import type { FileHolder } from '@/lib/data/file-owner'
import type { FileView } from '@/lib/domain/files/upload'
import { readFileOf } from '@/lib/usecases/files/read-files'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whose file this is in this browser, and the file; null when it is nobody's here. */
export async function holderOf(id: string): Promise<{ holder: FileHolder; view: FileView } | null> {
  if (!UUID.test(id)) return null
  for (const holder of await findFileHolders()) {
    const view = await readFileOf(holder, id)
    if (view) return { holder, view }
  }
  return null
}
