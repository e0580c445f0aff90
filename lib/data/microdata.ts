import 'server-only'
import type { MicrodataRequest, Prisma } from '@/prisma/generated/client'
import type { EarlierFile } from '@/lib/domain/statistics/microdata/earlier-files'
import type { ToldClasses } from '@/lib/domain/statistics/microdata/file-columns'
import { columnsBy, type MicrodataColumn } from '@/lib/domain/statistics/microdata/columns'
import type {
  MicrodataFailure,
  MicrodataPlan,
  MicrodataReport,
  MicrodataState,
} from '@/lib/domain/statistics/microdata/request'
import type { WrappedFileKey } from './export-seals'
import type { LogReading } from './statistic-releases'
import type { Scoped } from './within'

type Manager = Scoped<'microdata.manage'>
type Maker = Scoped<'system.make_microdata'>

/** A request with all that became of it; who took the file comes with it. */
export type StoredMicrodata = MicrodataPlan & {
  readonly id: string
  readonly officeId: string
  readonly state: MicrodataState
  readonly version: number
  readonly askedById: string
  readonly askedByName: string
  readonly askedAt: Date
  readonly decidedById: string | null
  readonly decidedByName: string | null
  readonly decidedAt: Date | null
  readonly decideNote: string | null
  readonly failure: MicrodataFailure | null
  readonly madeAt: Date | null
  readonly availableUntil: Date | null
  readonly report: MicrodataReport | null
  readonly storageKey: string | null
  readonly wrappedKey: Uint8Array | null
  readonly parts: number
  readonly withdrawnByName: string | null
  readonly withdrawnAt: Date | null
  readonly withdrawNote: string | null
  readonly downloads: readonly { readonly staffName: string; readonly part: string; readonly downloadedAt: Date }[]
}

const DOWNLOADS = {
  downloads: {
    select: { staffName: true, part: true, downloadedAt: true },
    orderBy: [{ downloadedAt: 'asc' as const }, { id: 'asc' as const }],
  },
}

/** Every request, the newest first. */
export async function listMicrodata(on: Manager): Promise<StoredMicrodata[]> {
  const rows = await on.db.microdataRequest.findMany({
    include: DOWNLOADS,
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map(stored)
}

/** One request; null when there is none of this id. */
export async function findMicrodata(on: Manager | Maker, id: string): Promise<StoredMicrodata | null> {
  const row = await on.db.microdataRequest.findUnique({ where: { id }, include: DOWNLOADS })
  return row && stored(row)
}

/** One request, locked until the transaction ends. */
export async function lockMicrodata(on: Manager | Maker, id: string): Promise<StoredMicrodata | null> {
  await on.db.$queryRaw`SELECT 1 FROM microdata_request WHERE id = ${id}::uuid FOR UPDATE`
  return findMicrodata(on, id)
}

export async function insertMicrodata(on: Manager, id: string, plan: MicrodataPlan, askedAt: Date): Promise<void> {
  const { id: askedById, officeId, displayName: askedByName } = on.grant.actor
  await on.db.microdataRequest.create({
    data: { id, officeId, state: 'asked', askedById, askedByName, askedAt, ...plan, columns: [...plan.columns] },
    select: { id: true },
  })
}

/** The second administrator's word. */
export async function decideStored(
  on: Manager,
  id: string,
  decision: { readonly state: 'approved' | 'refused'; readonly at: Date; readonly note: string },
): Promise<void> {
  const { id: decidedById, displayName: decidedByName } = on.grant.actor
  const { state, at: decidedAt, note: decideNote } = decision
  await on.db.microdataRequest.update({
    where: { id },
    data: { state, version: { increment: 1 }, decidedById, decidedByName, decidedAt, decideNote },
    select: { id: true },
  })
}

export async function withdrawStored(on: Manager, id: string, note: string, withdrawnAt: Date): Promise<void> {
  await on.db.microdataRequest.update({
    where: { id },
    data: {
      state: 'withdrawn',
      version: { increment: 1 },
      withdrawnAt,
      withdrawNote: note,
      withdrawnByName: on.grant.actor.displayName,
    },
    select: { id: true },
  })
}

/** Writes down who takes what; the database refuses anybody but the two administrators of the request. */
export async function insertDownload(
  on: Manager,
  download: { readonly id: string; readonly requestId: string; readonly part: string; readonly downloadedAt: Date },
): Promise<void> {
  const { id: staffId, displayName: staffName } = on.grant.actor
  await on.db.microdataDownload.create({ data: { ...download, staffId, staffName }, select: { id: true } })
}

/** Requests that a file is to be made for, the oldest first. */
export async function listApproved(on: Maker): Promise<readonly string[]> {
  const rows = await on.db.microdataRequest.findMany({
    where: { state: 'approved' },
    orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Files whose time is over, with their places. */
export async function listOverdue(
  on: Maker,
  at: Date,
): Promise<readonly { id: string; officeId: string; storageKey: string | null }[]> {
  return on.db.microdataRequest.findMany({
    where: { state: 'ready', availableUntil: { lte: at } },
    select: { id: true, officeId: true, storageKey: true },
  })
}

export async function expireStored(on: Maker, id: string): Promise<void> {
  await on.db.microdataRequest.update({
    where: { id },
    data: { state: 'expired', version: { increment: 1 } },
    select: { id: true },
  })
}

/** The files that may be in somebody's hands: made, and neither withdrawn nor over before anybody took them. */
export async function listEarlierFiles(on: Maker): Promise<(EarlierFile & { readonly id: string })[]> {
  const rows = await on.db.microdataRequest.findMany({
    where: {
      madeAt: { not: null },
      OR: [{ state: 'ready' }, { state: { in: ['expired', 'withdrawn'] }, downloads: { some: { part: 'file' } } }],
    },
    include: { recoding: true },
    orderBy: [{ madeAt: 'asc' }, { id: 'asc' }],
  })
  return rows.flatMap(({ id, recoding, fromQuarter, toQuarter, columns }) => {
    if (!recoding) return []
    const { quasi, sensitive, amounts } = columnsBy(columns)
    const { levels, classes, held } = recoding as unknown as Pick<EarlierFile, 'levels' | 'classes' | 'held'>
    return [{ id, fromQuarter, toQuarter, quasi, others: [...sensitive, ...amounts], levels, classes, held }]
  })
}

/** A mark of the files that may be in somebody's hands; another one when there are others. For everybody who is told anything. */
export async function markOfFiles(on: LogReading): Promise<string> {
  const [row] = await on.db.$queryRaw<{ mark: string }[]>`SELECT app.microdata_mark() AS mark`
  return row?.mark ?? ''
}

/** Keeps what the job made. */
export async function keepMade(
  on: Maker,
  id: string,
  made: {
    readonly report: MicrodataReport
    readonly levels: readonly number[]
    readonly told: ToldClasses
    readonly file: WrappedFileKey & { readonly storageKey: string; readonly parts: number }
    readonly madeAt: Date
    readonly availableUntil: Date
  },
): Promise<void> {
  const { report, levels, told, file, madeAt, availableUntil } = made
  await on.db.microdataRecoding.create({
    data: { requestId: id, levels: [...levels], classes: told.classes, held: told.held as Prisma.InputJsonObject },
    select: { requestId: true },
  })
  const { storageKey, parts, wrappedKey, masterKeyId } = file
  await on.db.microdataRequest.update({
    where: { id },
    data: {
      state: 'ready',
      version: { increment: 1 },
      report,
      madeAt,
      availableUntil,
      storageKey,
      parts,
      wrappedKey,
      masterKeyId,
    },
    select: { id: true },
  })
}

export async function keepFailure(on: Maker, id: string, failure: MicrodataFailure): Promise<void> {
  await on.db.microdataRequest.update({
    where: { id },
    data: { state: 'failed', version: { increment: 1 }, failure },
    select: { id: true },
  })
}

function stored(row: MicrodataRequest & { readonly downloads: StoredMicrodata['downloads'] }): StoredMicrodata {
  return {
    ...row,
    state: row.state as MicrodataState,
    failure: row.failure as MicrodataFailure | null,
    columns: row.columns as MicrodataColumn[],
    report: row.report as MicrodataReport | null,
  }
}
