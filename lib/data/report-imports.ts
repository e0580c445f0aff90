import 'server-only'
import { importEraseDate, type ImportState } from '@/lib/domain/imports/import-states'
import { hashForImport, importSealFrom, newImportSeal, type ImportSeal } from '@/lib/sealing/import-seal'
import { insertRows } from './insert-rows'
import type { Scoped } from './within'

const FILE = 'report_import.sealed_file'
const MAPPING = 'report_import.sealed_mapping'
const CELLS = 'report_import_row.sealed_cells'

/** An import as everybody of its office sees it. The words are null when they are gone. */
export type ReportImport = {
  readonly id: string
  readonly officeId: string
  readonly createdById: string
  readonly state: ImportState
  readonly format: string
  readonly encoding: string
  readonly version: number
  readonly rowCount: number
  readonly wrongCount: number
  readonly madeCount: number
  readonly sameCount: number
  readonly undoneCount: number
  readonly createdAt: Date
  readonly startedAt: Date | null
  readonly finishedAt: Date | null
  readonly eraseAt: Date
  /** `failed`: it was tried often enough and somebody has to look at it; null otherwise. */
  readonly stopReason: string | null
  readonly file: ImportFile | null
  /** As it was stored, to be read with its schema. */
  readonly mapping: unknown
  readonly importSeal: ImportSeal | null
}

/** What is known of the file: `sheets` of a workbook with several, each an import of its own. */
export type ImportFile = {
  readonly name: string
  readonly headings: readonly string[]
  readonly sheets?: readonly { readonly id: string; readonly name: string }[]
}

/** A file as it was read; `sheet` names a further one of a workbook, null for the first or only. */
export type NewImport = {
  readonly id: string
  readonly name: string
  readonly sheet: string | null
  readonly sheets: NonNullable<ImportFile['sheets']>
  readonly bytes: Uint8Array
  readonly format: string
  readonly encoding: string
  readonly headings: readonly string[]
  readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[]
}

/** So many rows go to the database in one statement. */
const BATCH = 2_000

/** Keeps a file, each row sealed, for an import that is still to be looked at. */
export async function insertImport(on: Scoped<'case.import'>, file: NewImport, at: Date): Promise<void> {
  const { id, sheet, sheets } = file
  const { importSeal, wrappedKey, masterKeyId } = newImportSeal(id)
  const { name, headings, format, encoding } = file
  await on.db.reportImport.createMany({
    data: [
      {
        id,
        officeId: on.grant.actor.officeId,
        createdById: on.grant.actor.id,
        // A further sheet of the same bytes is another list.
        fingerprint: hashForImport(
          'file',
          sheet === null ? file.bytes : Buffer.concat([file.bytes, Buffer.from(sheet)]),
        ),
        format,
        encoding,
        wrappedKey,
        masterKeyId,
        sealedFile: importSeal.seal(FILE, id, JSON.stringify({ name, headings, sheets } satisfies ImportFile)),
        rowCount: file.rows.length,
        createdAt: at,
        eraseAt: importEraseDate(at),
      },
    ],
  })
  for (let from = 0; from < file.rows.length; from += BATCH) {
    const rows = file.rows.slice(from, from + BATCH).map(({ line, cells }, index) => {
      const number = from + index + 1
      return {
        importId: id,
        number,
        line,
        sealedCells: importSeal.seal(CELLS, String(number), JSON.stringify(cells)),
        state: 'waiting',
        problems: [],
      }
    })
    await insertRows(on, [{ table: 'report_import_row', rows }])
  }
}

/** The last earlier import of the same bytes in this office, to be told of; null when there is none. */
export async function findSameFile(
  on: Scoped<'case.import'>,
  one: Pick<ReportImport, 'id'>,
): Promise<{ readonly id: string; readonly createdAt: Date } | null> {
  const own = await on.db.reportImport.findUnique({
    where: { id: one.id },
    select: { fingerprint: true, officeId: true, createdAt: true },
  })
  if (!own) return null
  return on.db.reportImport.findFirst({
    where: {
      officeId: own.officeId,
      fingerprint: own.fingerprint,
      createdAt: { lt: own.createdAt },
      startedAt: { not: null },
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true, createdAt: true },
  })
}

/** The imports of the office, the latest first, without their words. */
export async function listImports(on: Scoped<'case.import'>, most: number) {
  return on.db.reportImport.findMany({
    where: { officeId: on.grant.actor.officeId, state: { not: 'discarded' } },
    orderBy: { createdAt: 'desc' },
    take: most,
    select: { id: true, state: true, rowCount: true, madeCount: true, createdAt: true, createdById: true },
  })
}

/** One import with its words opened; null when it is not of the office. `lock`: until the transaction ends. */
export async function findImport(
  on: Scoped<'case.import'>,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<ReportImport | null> {
  if (options.lock) await on.db.$queryRaw`SELECT id FROM report_import WHERE id = ${id}::uuid FOR UPDATE`
  const row = await on.db.reportImport.findUnique({ where: { id } })
  if (!row) return null
  const {
    wrappedKey,
    sealedFile,
    sealedMapping,
    fingerprint: _fingerprint,
    masterKeyId: _masterKeyId,
    failureCount: _failureCount,
    ...facts
  } = row
  const importSeal = wrappedKey === null ? null : importSealFrom(id, wrappedKey)
  const opened = (column: string, sealed: Uint8Array | null): unknown =>
    importSeal === null || sealed === null ? null : JSON.parse(importSeal.unseal(column, id, sealed))
  return {
    ...facts,
    state: facts.state as ImportState,
    file: opened(FILE, sealedFile) as ReportImport['file'],
    mapping: opened(MAPPING, sealedMapping),
    importSeal,
  }
}

/** What changes with a step of an import; the version grows with each. */
export type ImportChange = {
  readonly state?: ImportState
  readonly mapping?: object
  readonly wrongCount?: number
  readonly startedAt?: Date
  readonly finishedAt?: Date
  readonly undoneAt?: Date
  readonly made?: number
  readonly same?: number
  readonly undone?: number
}

/** Changes an import that is locked. */
export async function updateImport(
  on: Scoped<'case.import'>,
  one: Pick<ReportImport, 'id' | 'importSeal'>,
  change: ImportChange,
  at: Date,
): Promise<void> {
  const { mapping, made = 0, same = 0, undone = 0, ...columns } = change
  await on.db.reportImport.update({
    where: { id: one.id },
    data: {
      ...columns,
      ...(mapping === undefined || one.importSeal === null
        ? {}
        : { sealedMapping: one.importSeal.seal(MAPPING, one.id, JSON.stringify(mapping)) }),
      madeCount: { increment: made },
      sameCount: { increment: same },
      undoneCount: { increment: undone },
      failureCount: 0,
      stopReason: null,
      version: { increment: 1 },
      movedAt: at,
    },
    select: { id: true },
  })
}

/** Takes the words of an import away, and with its key whatever a backup still holds of them. */
export async function eraseImportWords(
  on: Scoped<'case.import' | 'system.import'>,
  ids: readonly string[],
): Promise<void> {
  const importId = { in: [...ids] }
  await on.db.reportImportRow.updateMany({
    where: { importId, sealedCells: { not: null } },
    data: { sealedCells: null },
  })
  await on.db.reportImport.updateMany({
    where: { id: importId },
    data: { wrappedKey: null, sealedFile: null, sealedMapping: null },
  })
}

/** The cells of a row of this import. */
export function openCells(importSeal: ImportSeal, row: { number: number; sealedCells: Uint8Array }): string[] {
  return JSON.parse(importSeal.unseal(CELLS, String(row.number), row.sealedCells)) as string[]
}
