import 'server-only'
import type { Scoped } from './within'

/** Imports that are to go on: they run, and nobody has moved them since an instant. */
export async function listStuckImports(on: Scoped<'system.import'>, movedBefore: Date): Promise<readonly string[]> {
  const rows = await on.db.reportImport.findMany({
    where: { state: 'running', movedAt: { lt: movedBefore } },
    select: { id: true },
    orderBy: { movedAt: 'asc' },
    take: 20,
  })
  return rows.map(({ id }) => id)
}

/** Imports whose words have been kept long enough. */
export async function listPastImports(on: Scoped<'system.import'>, at: Date): Promise<readonly string[]> {
  const rows = await on.db.reportImport.findMany({
    where: { eraseAt: { lte: at }, wrappedKey: { not: null } },
    select: { id: true },
    take: 100,
  })
  return rows.map(({ id }) => id)
}

/** In whose name an import runs, and of which office it is. */
export async function findImportOwner(on: Scoped<'system.import'>, id: string) {
  return on.db.reportImport.findUnique({ where: { id }, select: { createdById: true, officeId: true, state: true } })
}

/** Notes that a run ended badly: it waits like one that was cut off, behind the others, and after so many in a row it stops. */
export async function noteImportFailure(
  on: Scoped<'system.import'>,
  id: string,
  most: number,
  at: Date,
): Promise<void> {
  const running = { id, state: 'running' }
  await on.db.reportImport.updateMany({ where: running, data: { failureCount: { increment: 1 }, movedAt: at } })
  await on.db.reportImport.updateMany({
    where: { ...running, failureCount: { gte: most } },
    data: { state: 'stopped', stopReason: 'failed', version: { increment: 1 } },
  })
}

/** Stops imports from outside: nobody may run them any more, or their words are gone. */
export async function stopImports(on: Scoped<'system.import'>, ids: readonly string[], at: Date): Promise<void> {
  await on.db.reportImport.updateMany({
    where: { id: { in: [...ids] }, state: 'running' },
    data: { state: 'stopped', movedAt: at, version: { increment: 1 } },
  })
}
