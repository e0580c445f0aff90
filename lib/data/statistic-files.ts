import 'server-only'
import type { StatisticFile } from '@/prisma/generated/client'
import { newId } from '@/lib/platform/ids'
import type { WrappedFileKey } from './export-seals'
import type { Scoped } from './within'

type Reader = 'statistics.schedule' | 'system.export'

/** What is told of a turn of a schedule. `failure`: a code, of the last try. */
export type TurnFile = {
  readonly id: string
  readonly scheduleId: string
  readonly dueAt: Date
  readonly state: 'made' | 'failed' | 'removed'
  readonly tries: number
  readonly failure: string | null
  readonly madeAt: Date
  readonly fileName: string | null
  readonly rows: number | null
  readonly bytes: number | null
}

/** A file that can be opened. */
export type OpenableFile = {
  readonly id: string
  readonly scheduleId: string
  readonly queryId: string
  readonly fileName: string
  readonly contentType: string
  readonly bytes: number
  readonly parts: number
  readonly storageKey: string
  readonly wrappedKey: Uint8Array
}

/** A file as it was written to the store. */
export type MadeFile = Omit<OpenableFile, 'scheduleId'> &
  WrappedFileKey & { readonly rows: number; readonly sha256: string }

/** The turns of every schedule, the newest first. */
export async function listTurnFiles(on: Scoped<Reader>): Promise<TurnFile[]> {
  const rows = await on.db.statisticFile.findMany({ orderBy: [{ dueAt: 'desc' }, { id: 'desc' }] })
  return rows.map(({ id, scheduleId, dueAt, state, tries, failure, madeAt, fileName, rows: count, bytes }) => ({
    id,
    scheduleId,
    dueAt,
    state: state === 'made' || state === 'failed' ? state : 'removed',
    tries,
    failure,
    madeAt,
    fileName,
    rows: count,
    bytes,
  }))
}

/** A file that is still kept; null for any other. */
export async function findOpenableFile(on: Scoped<Reader>, id: string): Promise<OpenableFile | null> {
  const row = await on.db.statisticFile.findUnique({ where: { id } })
  return row && openable(row)
}

/** Keeps the file of a turn. False when the turn has one: another process was faster, and ours is not needed. */
export async function keepTurnFile(
  on: Scoped<'system.export'>,
  turn: { readonly scheduleId: string; readonly dueAt: Date; readonly madeAt: Date },
  file: MadeFile,
): Promise<boolean> {
  const { id, wrappedKey, ...about } = file
  const data = { ...about, wrappedKey: new Uint8Array(wrappedKey), state: 'made', failure: null, madeAt: turn.madeAt }
  const { scheduleId, dueAt } = turn
  await on.db.$executeRaw`SELECT 1 FROM statistic_schedule WHERE id = ${scheduleId}::uuid FOR UPDATE`
  const known = await on.db.statisticFile.findUnique({ where: { scheduleId_dueAt: { scheduleId, dueAt } } })
  // Two that tried at once, of whom one failed: its row stands, and the next try uses its id.
  if (known !== null && (known.state !== 'failed' || known.id !== id)) return false
  if (known === null) {
    await on.db.statisticFile.create({ data: { id, scheduleId, dueAt, ...data } })
    return true
  }
  await on.db.statisticFile.update({ where: { id }, data: { ...data, tries: known.tries + 1 } })
  return true
}

/** The id of the file of a turn: that of the try before, or a new one. */
export async function turnFileId(on: Scoped<'system.export'>, scheduleId: string, dueAt: Date): Promise<string> {
  const known = await on.db.statisticFile.findUnique({ where: { scheduleId_dueAt: { scheduleId, dueAt } } })
  return known?.id ?? newId()
}

/** Notes that a turn failed, and returns how often it has. */
export async function noteTurnFailure(
  on: Scoped<'system.export'>,
  turn: { readonly id: string; readonly scheduleId: string; readonly dueAt: Date; readonly madeAt: Date },
  failure: string,
): Promise<number> {
  const row = await on.db.statisticFile.upsert({
    where: { scheduleId_dueAt: { scheduleId: turn.scheduleId, dueAt: turn.dueAt } },
    create: { ...turn, state: 'failed', failure },
    update: { failure, madeAt: turn.madeAt, tries: { increment: 1 } },
  })
  return row.tries
}

/** Gives up the files of a schedule but the newest `keep`, with their keys. Returns their places in the store. */
export async function dropOldFiles(on: Scoped<'system.export'>, scheduleId: string, keep: number): Promise<string[]> {
  const old = await on.db.statisticFile.findMany({
    where: { scheduleId, state: 'made' },
    orderBy: { dueAt: 'desc' },
    skip: keep,
    select: { id: true, storageKey: true },
  })
  await on.db.statisticFile.updateMany({
    where: { id: { in: old.map(({ id }) => id) } },
    data: { state: 'removed', storageKey: null, wrappedKey: null, masterKeyId: null },
  })
  return old.flatMap(({ storageKey }) => storageKey ?? [])
}

function openable(row: StatisticFile): OpenableFile | null {
  const { id, scheduleId, queryId, fileName, contentType, bytes, parts, storageKey, wrappedKey } = row
  if (queryId === null || fileName === null || contentType === null || bytes === null || parts === null) return null
  if (storageKey === null || wrappedKey === null) return null
  return { id, scheduleId, queryId, fileName, contentType, bytes, parts, storageKey, wrappedKey }
}
