import 'server-only'
import type { Scoped } from './within'

/** Deletes drafts, worker sessions and counts of wrong tries that are past their time. Returns how many rows went. */
export async function sweepExpired(on: Scoped<'system.sweep'>, now: Date): Promise<number> {
  const drafts = await on.db.draft.deleteMany({ where: { expiresAt: { lt: now } } })
  const sessions = await on.db.workerSession.deleteMany({ where: { expiresAt: { lt: now } } })
  const counts = await on.db.throttle.deleteMany({ where: { windowStart: { lt: new Date(now.getTime() - 3_600_000) } } })
  return drafts.count + sessions.count + counts.count
}
