import 'server-only'
import type { Scoped } from './within'

/** Wrong tries are counted for this long at most; after it the row tells nothing any more. */
const TRIES_KEPT_MS = 3_600_000

/** Deletes drafts, worker sessions, counts of wrong tries and comments on translations that are past their time. Returns how many rows went. */
export async function deleteExpired(on: Scoped<'system.sweep'>, now: Date): Promise<number> {
  const drafts = await on.db.draft.deleteMany({ where: { expiresAt: { lt: now } } })
  const sessions = await on.db.workerSession.deleteMany({ where: { expiresAt: { lt: now } } })
  const counts = await on.db.throttle.deleteMany({
    where: { windowStart: { lt: new Date(now.getTime() - TRIES_KEPT_MS) } },
  })
  const comments = await on.db.translationComment.deleteMany({ where: { expiresAt: { lt: now } } })
  return drafts.count + sessions.count + counts.count + comments.count
}

/** Erases at most a hundred cases whose day has come (migration erasing) and returns how many; ask again until it is none. */
export async function eraseDueCases(on: Scoped<'system.sweep'>, now: Date): Promise<number> {
  const rows = await on.db.$queryRaw<{ erased: number }[]>`SELECT app.erase_due_cases(${now}) AS erased`
  return rows[0]?.erased ?? 0
}
