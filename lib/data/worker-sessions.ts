import 'server-only'
import { hashToken, isToken } from '@/lib/platform/token'
import { secretCodeHashes } from '@/lib/sealing/blind-index'
import type { Scoped } from './within'

/** Without a sign of life a worker's page closes after this; somebody else may hold the phone (domain notes, part 10). */
export const WORKER_IDLE_MINUTES = 10
/** However busy, after this the code is asked again. */
export const WORKER_SESSION_HOURS = 2

const TOUCH_EVERY_MS = 30_000

/** The case that a secret code (21 digits) belongs to, or null. */
export async function findCaseByCode(on: Scoped<'door.look_up'>, code: string): Promise<string | null> {
  let found: string | null = null
  // All of them, whichever finds it: the time it takes says nothing.
  for (const hash of secretCodeHashes(code)) {
    const rows = await on.db.$queryRaw<{ id: string | null }[]>`SELECT app.case_by_code(${hash})::text AS id`
    found ??= rows[0]?.id ?? null
  }
  return found
}

/** Opens a session for a case with a new token. */
export async function insertWorkerSession(
  on: Scoped<'door.look_up'>,
  token: string,
  caseId: string,
  now: Date,
): Promise<void> {
  await on.db.workerSession.createMany({
    data: [
      {
        tokenHash: hashToken(token),
        caseId,
        lastSeenAt: now,
        expiresAt: new Date(now.getTime() + WORKER_SESSION_HOURS * 3_600_000),
      },
    ],
  })
}

/** The case of a session that is neither idle nor over, and marks that it was used; null otherwise. */
export async function useWorkerSession(
  on: Scoped<'door.look_up'>,
  token: string | undefined,
  now: Date,
): Promise<string | null> {
  if (!isToken(token)) return null
  const tokenHash = hashToken(token)
  const row = await on.db.workerSession.findUnique({ where: { tokenHash } })
  if (!row || row.expiresAt <= now || now.getTime() - row.lastSeenAt.getTime() > WORKER_IDLE_MINUTES * 60_000)
    return null
  if (now.getTime() - row.lastSeenAt.getTime() > TOUCH_EVERY_MS) {
    await on.db.workerSession.updateMany({ where: { tokenHash }, data: { lastSeenAt: now } })
  }
  return row.caseId
}

/** Whether there was such a session a short while ago, also when it has ended. */
export async function wasWorkerSession(on: Scoped<'door.look_up'>, token: string | undefined): Promise<boolean> {
  if (!isToken(token)) return false
  return (await on.db.workerSession.count({ where: { tokenHash: hashToken(token) } })) > 0
}

/** Ends a session. */
export async function deleteWorkerSession(on: Scoped<'door.look_up'>, token: string): Promise<void> {
  await on.db.workerSession.deleteMany({ where: { tokenHash: hashToken(token) } })
}
