import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { eraseImportWords, listPastImports, listStuckImports, stopImports } from '@/lib/data/report-imports'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { logFailure } from '@/lib/platform/logger'
import { runImport } from './run-import'

/** A chunk takes a second or two: an import that has not moved for so long was left by a process that ended. */
const STUCK_MS = 2 * 60_000

/** Runs an import to its end; what goes wrong is logged, and the import goes on later from where it was. */
export async function runImportQuietly(id: string): Promise<void> {
  try {
    await runImport(id)
  } catch (error) {
    logFailure(error, { event: 'import_failed' })
  }
}

/** Goes on with imports that a crash left, and takes the words away whose time is over. Returns how many imports it was about. */
export async function tendImports(): Promise<number> {
  const system = grantOpen({ kind: 'system' }, 'system.import')
  const at = now()
  const past = await within(system, async (on) => {
    const ids = await listPastImports(on, at)
    if (ids.length > 0) {
      await stopImports(on, ids, at)
      await eraseImportWords(on, ids)
    }
    return ids.length
  })
  const stuck = await within(system, (on) => listStuckImports(on, new Date(at.getTime() - STUCK_MS)))
  for (const id of stuck) await runImport(id)
  return past + stuck.length
}
