import 'server-only'
import { findFileHolderByPass } from '@/lib/access/file-holder'
import type { FileHolder } from '@/lib/data/file-owner'
import type { FileView } from '@/lib/domain/files/upload'
import { readFileOf } from '@/lib/usecases/files/read-files'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whose file this is by its pass (`Authorization: File …`), and the file; null without a pass, or when it is not there. */
export async function holderOf(request: Request, id: string): Promise<{ holder: FileHolder; view: FileView } | null> {
  const holder = UUID.test(id) ? await findFileHolderByPass(request, id) : null
  const view = holder && (await readFileOf(holder, id))
  return holder && view && { holder, view }
}
