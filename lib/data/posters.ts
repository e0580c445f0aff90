import 'server-only'
import type { Scoped } from './within'

/** A poster of an office. `programme` and `jobOrder` are codes that staff typed; `code` is what its QR code holds. */
export type Poster = {
  readonly id: string
  readonly code: string
  readonly programme: string | null
  readonly jobOrder: string | null
  readonly languages: readonly string[]
  readonly createdAt: Date
  readonly retiredAt: Date | null
}

/** Where the code of a poster leads to. */
export type PosterOrigin = {
  readonly id: string
  readonly officeId: string
  readonly programme: string | null
  readonly jobOrder: string | null
}

const POSTER = {
  id: true,
  code: true,
  programme: true,
  jobOrder: true,
  languages: true,
  createdAt: true,
  retiredAt: true,
} as const

/** Where a code leads to, or null when nobody made it or it was taken down. */
export async function findPosterOrigin(on: Scoped<'report.submit'>, code: string): Promise<PosterOrigin | null> {
  const rows = await on.db.$queryRaw<PosterOrigin[]>`
    SELECT id, office_id AS "officeId", programme, job_order AS "jobOrder" FROM app.poster_by_code(${code})`
  return rows[0] ?? null
}

/** The posters of the actor's office, those that hang first, then the newest first. */
export async function listPosters(on: Scoped<'poster.make'>): Promise<readonly Poster[]> {
  return on.db.poster.findMany({
    where: { officeId: on.grant.actor.officeId },
    select: POSTER,
    orderBy: [{ retiredAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
  })
}

/** One poster of the actor's office, or null. */
export async function findPoster(on: Scoped<'poster.make'>, id: string): Promise<Poster | null> {
  return on.db.poster.findFirst({ where: { id, officeId: on.grant.actor.officeId }, select: POSTER })
}

/** How many reports came by each poster, in steps of five; a poster with fewer than five is not in it (migration posters). */
export async function countPosterReports(on: Scoped<'poster.make'>): Promise<ReadonlyMap<string, number>> {
  const rows = await on.db.$queryRaw<{ id: string; reports: number }[]>`
    SELECT poster_id AS id, reports FROM app.poster_reports()`
  return new Map(rows.map(({ id, reports }) => [id, reports]))
}

/** Writes a new poster of the actor's office. */
export async function insertPoster(
  on: Scoped<'poster.make'>,
  poster: Omit<Poster, 'retiredAt' | 'languages'> & { readonly languages: readonly string[] },
): Promise<void> {
  const { id: createdById, officeId } = on.grant.actor
  await on.db.poster.create({
    data: { ...poster, languages: [...poster.languages], officeId, createdById },
    select: { id: true },
  })
}

/** Takes a poster down; false when there is none that hangs. */
export async function retirePoster(on: Scoped<'poster.make'>, id: string, at: Date): Promise<boolean> {
  const { count } = await on.db.poster.updateMany({
    where: { id, officeId: on.grant.actor.officeId, retiredAt: null },
    data: { retiredAt: at },
  })
  return count > 0
}
