import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { undoRows } from '@/lib/data/report-import-rows'
import { eraseImportWords, findImport, updateImport, type ReportImport } from '@/lib/data/report-imports'
import { within, type Scoped } from '@/lib/data/within'
import { isUndoable } from '@/lib/domain/imports/import-states'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** `import_changed`: somebody else went on with it since the page was shown; `import_gone`: its words are gone, or it is another office's. */
export type StepRefusal = { readonly code: 'import_changed' | 'import_gone' | 'import_wrong_rows' | 'import_too_late' }

/** So many cases are taken back in one transaction. */
const UNDO_CHUNK = 200

/**
 * Lets an import run: the rows that are right; those that are wrong stay out only if that was said. The one who starts it runs it.
 * Starting what was stopped goes on where it was.
 */
export function startImport(
  grant: Grant<'case.import'>,
  id: string,
  input: { readonly version: number; readonly leaveOut: boolean },
): Promise<Result<null, StepRefusal>> {
  return step(grant, id, input.version, async (on, one) => {
    if (!['checked', 'stopped'].includes(one.state)) return err({ code: 'import_changed' })
    if (!one.importSeal) return err({ code: 'import_gone' })
    if (one.createdById !== grant.actor.id) return err({ code: 'import_gone' })
    if (one.wrongCount > 0 && !input.leaveOut && one.state === 'checked') return err({ code: 'import_wrong_rows' })
    const at = now()
    await updateImport(on, one, { state: 'running', ...(one.startedAt === null ? { startedAt: at } : {}) }, at)
    await appendAudit(on, one.officeId, 'import.started', { detail: { importId: id, leftOut: one.wrongCount } })
    return ok(null)
  })
}

/** Stops an import that runs, after the chunk it is in. What became a case stays. */
export function stopImport(
  grant: Grant<'case.import'>,
  id: string,
  version: number,
): Promise<Result<null, StepRefusal>> {
  return step(
    grant,
    id,
    version,
    async (on, one) => {
      // It runs on while the page is looked at: any version of a running one may be stopped.
      if (one.state !== 'running') return err({ code: 'import_changed' })
      await updateImport(on, one, { state: 'stopped' }, now())
      await appendAudit(on, one.officeId, 'import.stopped', { detail: { importId: id, made: one.madeCount } })
      return ok(null)
    },
    { anyVersion: true },
  )
}

/** Forgets a file that nothing was made of. */
export function discardImport(
  grant: Grant<'case.import'>,
  id: string,
  version: number,
): Promise<Result<null, StepRefusal>> {
  return step(grant, id, version, async (on, one) => {
    if (!['mapping', 'checked'].includes(one.state)) return err({ code: 'import_changed' })
    await updateImport(on, one, { state: 'discarded' }, now())
    await eraseImportWords(on, [id])
    await appendAudit(on, one.officeId, 'import.discarded', { detail: { importId: id } })
    return ok(null)
  })
}

/** Begins to take an import back, or goes on with it where it was interrupted; `finishUndo` does it. */
export function beginUndo(
  grant: Grant<'case.import'>,
  id: string,
  version: number,
): Promise<Result<null, StepRefusal>> {
  return step(grant, id, version, async (on, one) => {
    const at = now()
    if (!isUndoable(one.state, one.startedAt, at)) return err({ code: 'import_too_late' })
    await updateImport(on, one, { state: 'undoing' }, at)
    return ok(null)
  })
}

/**
 * Takes an import back: every case that nobody has worked on goes, as if it had never been; the others stay and are listed. Each
 * chunk is a transaction of its own. Returns how many went.
 */
export async function finishUndo(grant: Grant<'case.import'>, id: string): Promise<number> {
  let undone = 0
  for (;;) {
    const gone = await within(grant, async (on) => {
      const one = await findImport(on, id, { lock: true })
      if (one?.state !== 'undoing') return 0
      const count = await undoRows(on, id, UNDO_CHUNK)
      const at = now()
      if (count > 0) {
        await updateImport(on, one, { undone: count }, at)
        return count
      }
      await updateImport(on, one, { state: 'undone', undoneAt: at }, at)
      await appendAudit(on, one.officeId, 'import.undone', { detail: { importId: id, undone: one.undoneCount } })
      return 0
    })
    undone += gone
    if (gone === 0) return undone
  }
}

function step<T>(
  grant: Grant<'case.import'>,
  id: string,
  version: number,
  work: (on: Scoped<'case.import'>, one: ReportImport) => Promise<Result<T, StepRefusal>>,
  { anyVersion = false } = {},
): Promise<Result<T, StepRefusal>> {
  return within(grant, async (on) => {
    const one = await findImport(on, id, { lock: true })
    if (!one) return err({ code: 'import_gone' })
    if (!anyVersion && one.version !== version) return err({ code: 'import_changed' })
    return work(on, one)
  })
}
