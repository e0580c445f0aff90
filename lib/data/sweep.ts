import 'server-only'
import type { Scoped } from './within'

/** Counts of what went through and was held stay for as long as supervisors look back. */
const FLOW_KEPT_MS = 14 * 86_400_000

/** Deletes drafts, worker sessions, counts of tries, used challenges and comments on translations that are past their time. Returns how many rows went. */
export async function deleteExpired(on: Scoped<'system.sweep'>, now: Date): Promise<number> {
  const drafts = await on.db.draft.deleteMany({ where: { expiresAt: { lt: now } } })
  const sessions = await on.db.workerSession.deleteMany({ where: { expiresAt: { lt: now } } })
  const counts = await on.db.throttle.deleteMany({ where: { forgetAt: { lt: now } } })
  await on.db.reportMark.deleteMany({ where: { receivedAt: { lt: new Date(now.getTime() - FLOW_KEPT_MS) } } })
  const challenges = await on.db.spentChallenge.deleteMany({ where: { forgetAt: { lt: now } } })
  await on.db.flow.deleteMany({ where: { windowStart: { lt: new Date(now.getTime() - FLOW_KEPT_MS) } } })
  const comments = await on.db.translationComment.deleteMany({ where: { expiresAt: { lt: now } } })
  return drafts.count + sessions.count + counts.count + challenges.count + comments.count
}

/** Erases at most a hundred cases whose day has come (migration erasing) and returns how many; ask again until it is none. */
export async function eraseDueCases(on: Scoped<'system.sweep'>, now: Date): Promise<number> {
  const rows = await on.db.$queryRaw<{ erased: number }[]>`SELECT app.erase_due_cases(${now}) AS erased`
  return rows[0]?.erased ?? 0
}

/** Drops the keys of links to parties that ran out (migration party_links_close). Returns how many. */
export async function dropRunOutLinks(on: Scoped<'system.sweep'>, now: Date): Promise<number> {
  const rows = await on.db.$queryRaw<{ dropped: number }[]>`SELECT app.drop_run_out_links(${now}) AS dropped`
  return rows[0]?.dropped ?? 0
}

/** Closes shares whose consent ran out, with what was in them, and tells both offices (migration share_notices). Returns how many, at most a hundred. */
export async function closeRunOutShares(on: Scoped<'system.sweep'>, now: Date): Promise<number> {
  const rows = await on.db.$queryRaw<{ closed: number }[]>`SELECT app.close_shares_run_out(${now}) AS closed`
  return rows[0]?.closed ?? 0
}

/**
 * The places of files that are about to go with their drafts, or that a worker began and never finished; the unfinished ones are
 * deleted here, the others with the drafts (deleteExpired). Their objects go when the transaction is through.
 */
export async function takeExpiredFiles(on: Scoped<'system.sweep'>, now: Date): Promise<readonly string[]> {
  const rows = await on.db.upload.findMany({
    where: { OR: [{ expiresAt: { lt: now } }, { draft: { expiresAt: { lt: now } } }] },
    select: { chunksKey: true, storageKey: true },
  })
  await on.db.upload.deleteMany({ where: { expiresAt: { lt: now } } })
  return rows.flatMap(({ chunksKey, storageKey }) => (storageKey === null ? [chunksKey] : [chunksKey, storageKey]))
}

/** Of places in the file store, those that nobody needs any more. */
export async function findForgottenPlaces(
  on: Scoped<'system.sweep'>,
  places: readonly string[],
): Promise<readonly string[]> {
  const rows = await on.db.$queryRaw<{ key: string }[]>`
    SELECT key FROM app.kept_objects(${[...places]}::text[]) UNION ALL SELECT key FROM app.kept_microdata(${[...places]}::text[])`
  const kept = new Set(rows.map(({ key }) => key))
  return places.filter((place) => !kept.has(place))
}

/** Deletes notices past their time and counts of mail past theirs (migration notices). Returns how many notices went. */
export async function deleteOldNotices(on: Scoped<'system.sweep'>, now: Date): Promise<number> {
  const rows = await on.db.$queryRaw<{ gone: number }[]>`SELECT app.forget_notices(${now}) AS gone`
  return rows[0]?.gone ?? 0
}
