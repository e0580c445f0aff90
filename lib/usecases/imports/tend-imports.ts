import 'server-only'
import { grantOpen } from '@/lib/access/grant'
import { eraseImportWords } from '@/lib/data/report-imports'
import { listPastImports, listStuckImports, noteImportFailure, stopImports } from '@/lib/data/tended-imports'
import { within } from '@/lib/data/within'
import { now } from '@/lib/platform/clock'
import { logFailure } from '@/lib/platform/logger'
import { runImport } from './run-import'

/** A chunk takes a second or two: an import that has not moved for so long was left by a process that ended. */
const STUCK_MS = 2 * 60_000
/** One round of the job; what is left goes on in a later one. The queue gives a job five minutes. */
const ROUND_MS = 4 * 60_000
/** An import that fails so often in a row is not tried again until somebody says so. */
const MOST_FAILURES = 5

/** Runs an import to its end, or until `until`; what goes wrong is logged and counted, and the import goes on later from where it was. */
export async function runImportQuietly(id: string, until?: Date): Promise<void> {
  try {
    await runImport(id, Number.POSITIVE_INFINITY, until)
  } catch (error) {
    logFailure(error, { event: 'import_failed' })
    const system = grantOpen({ kind: 'system' }, 'system.import')
    await within(system, (on) => noteImportFailure(on, id, MOST_FAILURES, now()))
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
  // One that fails holds nobody else up.
  const until = new Date(at.getTime() + ROUND_MS)
  for (const id of stuck) if (now() < until) await runImportQuietly(id, until)
  return past + stuck.length
}
