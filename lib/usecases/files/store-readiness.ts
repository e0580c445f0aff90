import 'server-only'
import { ok } from '@/lib/domain/result'
import { fileStore } from '@/lib/storage/store'
import { withStore } from './with-store'

/** How long the last look at the store counts, so that asking for readiness often costs no request each. */
const TRUSTED_MS = 15_000

let last: { readonly at: number; readonly isReady: boolean } | undefined

/** Whether files can be kept. A store that is full or silent is written to the log. */
export async function isStoreReady(): Promise<boolean> {
  const at = Date.now()
  if (last && at - last.at < TRUSTED_MS) return last.isReady
  const checked = await withStore(async () => ok(await fileStore().check()))
  last = { at, isReady: checked.ok }
  return checked.ok
}
