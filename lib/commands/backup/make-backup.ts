import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream'
import { createGzip } from 'node:zlib'
import { Client } from 'pg'
import type { FileStore } from '@/lib/storage/file-store'
import { keysOfDatabase } from '../database/encryption-key-check'
import { writeInstallation } from '../database/installation'
import { isRestoreUnfinished, RESTORE_UNFINISHED } from '../database/unfinished-restore'
import { copiesOfCases, copiesOfKeys, listTables, type CopyOfTable } from './copied-tables'
import { linesOf } from './copied-lines'
import { copyOut } from './copy-protocol'
import { finishFolder, removeUnfinished, UNFINISHED, writeDurably } from './durable-files'
import { LAST_BACKUP, LAST_BACKUP_FAILURE, type LastBackup } from './last-backup'
import { BACKUP_FORMAT, END_MARK, MANIFEST, OBJECT_LIST, type CopiedTable, type Manifest } from './manifest'
import { isNeeded, neededObjects } from './needed-objects'
import type { Source } from './source'

/** One backup of a database at a time. */
const LOCK = 7_054_010
/** Objects that the rows of the snapshot need, one key a line; gone when all are copied. */
const WANTED = 'wanted'

/** Why there is no backup. */
export class BackupRefused extends Error {}

export type Places = { readonly cases: string; readonly keys: string }
type Wish = Places & {
  /** So many parts of cases stay, the newest; left out: all. */
  readonly keep?: number
  readonly report?: (line: string) => void
}
type Parts = { readonly cases: string; readonly keys: string }

/**
 * Copies database and files while the application serves: every table in one snapshot, then every file that the snapshot needs, in
 * constant memory. The part of the keys replaces the one before as soon as it is whole, so that what was erased since is erased in
 * every backup. What is cut off has no name that counts.
 */
export async function makeBackup(source: Source, wish: Wish): Promise<LastBackup> {
  const startedAt = new Date()
  try {
    const made = await backUp(source, wish, startedAt)
    await writeInstallation(source.ownerUrl, LAST_BACKUP, JSON.stringify(made))
    return made
  } catch (error) {
    const code = error instanceof Error ? ('code' in error ? String(error.code) : error.name) : 'unknown'
    const failure = JSON.stringify({ at: new Date().toISOString(), code })
    await writeInstallation(source.ownerUrl, LAST_BACKUP_FAILURE, failure).catch(() => undefined)
    throw error
  }
}

async function backUp(source: Source, wish: Wish, startedAt: Date): Promise<LastBackup> {
  // Its keys would take the place of those that the restore needs.
  if (await isRestoreUnfinished(source.ownerUrl)) throw new BackupRefused(RESTORE_UNFINISHED)
  const known = await keysOfDatabase(source.ownerUrl, source.keys)
  if (known === null)
    throw new BackupRefused('The keys of the settings are not those of the database: nobody could open this backup.')
  const stamp = `${startedAt.toISOString().replaceAll(/[-:]|\.\d+/g, '')}-${randomBytes(4).toString('hex')}`
  const parts = {
    cases: path.join(wish.cases, `${stamp}${UNFINISHED}`),
    keys: path.join(wish.keys, `${stamp}${UNFINISHED}`),
  }
  const client = new Client({ connectionString: source.ownerUrl, application_name: 'fair-passage-backup' })
  // A connection that breaks is told by the statement that was on it.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const { rows } = await client.query<{ isFree: boolean }>('SELECT pg_try_advisory_lock($1) AS "isFree"', [LOCK])
    if (rows[0]?.isFree !== true) throw new BackupRefused('Another backup of this database is at work.')
    await removeUnfinished(wish.cases)
    await removeUnfinished(wish.keys)
    await mkdir(parts.cases, { recursive: true, mode: 0o700 })
    await mkdir(parts.keys, { recursive: true, mode: 0o700 })
    const corner = known.ring.oldest.id
    const seen = await copyDatabase(client, parts, { stamp, corner }, wish.report)
    await writeManifest(parts.keys, seen.keys)
    await finishFolder(parts.keys, path.join(wish.keys, stamp))
    await removeOlder(wish.keys, 1)
    const objects = await copyObjects(client, source.storeOf(corner), parts.cases, wish.report)
    await writeManifest(parts.cases, { ...seen.cases, objects })
    await finishFolder(parts.cases, path.join(wish.cases, stamp))
    if (wish.keep !== undefined) await removeOlder(wish.cases, wish.keep)
    const tables = [...seen.cases.tables, ...seen.keys.tables]
    return {
      stamp,
      startedAt: startedAt.toISOString(),
      endedAt: new Date().toISOString(),
      bytes: tables.reduce((sum, { bytes }) => sum + bytes, 0) + objects.bytes,
      rows: tables.reduce((sum, { rows: count }) => sum + count, 0),
      files: objects.count,
      missingFiles: objects.missing,
      result: objects.missing === 0 ? 'whole' : 'files_missing',
    }
  } catch (error) {
    for (const part of Object.values(parts)) await rm(part, { recursive: true, force: true })
    throw error
  } finally {
    await client.end()
  }
}

/** Every table as it was at one moment, and what the files of that moment are. */
async function copyDatabase(
  client: Client,
  parts: Parts,
  names: Pick<Manifest, 'stamp' | 'corner'>,
  report: Wish['report'],
): Promise<{ readonly cases: Manifest; readonly keys: Manifest }> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
  try {
    await client.query(`SET LOCAL TimeZone = 'UTC'; SET LOCAL DateStyle = 'ISO'; SET LOCAL IntervalStyle = 'iso_8601';
      SET LOCAL bytea_output = 'hex'; SET LOCAL statement_timeout = 0`)
    const { rows: moments } = await client.query<{ at: Date }>('SELECT now() AS at')
    const tables = await listTables(client)
    const copied = async (part: string, copies: readonly CopyOfTable[]) => {
      const done: CopiedTable[] = []
      for (const copy of copies) done.push(await copyTable(client, part, copy))
      return done
    }
    const keys = await copied(parts.keys, copiesOfKeys(tables))
    const cases = await copied(parts.cases, copiesOfCases(tables))
    report?.(`${cases.reduce((sum, { rows }) => sum + rows, 0)} rows of ${cases.length} tables`)
    const { stream } = copyOut(client, neededObjects(tables.map(({ name }) => name)))
    await writeDurably(path.join(parts.cases, WANTED), stream)
    const both = {
      format: BACKUP_FORMAT,
      ...names,
      takenAt: (moments[0]?.at ?? new Date()).toISOString(),
      migrations: await migrationsOf(client),
      masterKeys: await masterKeysOf(client, tables),
      sequences: await sequencesOf(client),
      objects: null,
    } as const
    return { cases: { ...both, part: 'cases', tables: cases }, keys: { ...both, part: 'keys', tables: keys } }
  } finally {
    await client.query('ROLLBACK').catch(() => undefined)
  }
}

async function copyTable(client: Client, part: string, { name, columns, query }: CopyOfTable): Promise<CopiedTable> {
  const { stream, rows } = copyOut(client, query)
  // What goes wrong in one of them ends the reading of the other.
  const compressed = pipeline(stream, createGzip({ level: 3 }), () => undefined)
  const written = await writeDurably(path.join(part, 'tables', `${name}.copy.gz`), compressed)
  return { name, columns: [...columns], rows: rows(), ...written }
}

async function migrationsOf(client: Client): Promise<Manifest['migrations']> {
  const { rows } = await client.query<Manifest['migrations'][number]>(
    `SELECT migration_name AS name, checksum FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
  )
  return rows
}

async function masterKeysOf(client: Client, tables: Awaited<ReturnType<typeof listTables>>): Promise<string[]> {
  const named = tables.filter(({ columns }) => columns.includes('master_key_id')).map(({ name }) => name)
  if (named.length === 0) return []
  const { rows } = await client.query<{ id: string }>(
    `SELECT DISTINCT id FROM (${named.map((name) => `SELECT master_key_id AS id FROM ${name}`).join(' UNION ALL ')}) AS known WHERE id IS NOT NULL ORDER BY 1`,
  )
  return rows.map(({ id }) => id)
}

async function sequencesOf(client: Client): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT sequencename AS name FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
  )
  const states: Manifest['sequences'] = []
  for (const { name } of rows) {
    const { rows: found } = await client.query<{ last: string; isCalled: boolean }>(
      `SELECT last_value::text AS last, is_called AS "isCalled" FROM ${name}`,
    )
    if (found[0]) states.push({ name, ...found[0] })
  }
  return states
}

/** Copies the sealed bytes of every file of the snapshot, one at a time. */
async function copyObjects(
  client: Client,
  store: FileStore,
  part: string,
  report: Wish['report'],
): Promise<NonNullable<Manifest['objects']>> {
  const count = { count: 0, bytes: 0, gone: 0, missing: 0 }
  const wanted = path.join(part, WANTED)
  async function* lines(): AsyncGenerator<Buffer> {
    for await (const key of linesOf(createReadStream(wanted) as AsyncIterable<Buffer>)) {
      const bytes = await store.get(key)
      if (bytes) {
        const written = await writeDurably(path.join(part, 'objects', ...key.split('/')), [bytes])
        count.count += 1
        count.bytes += written.bytes
        yield Buffer.from(`${JSON.stringify({ key, ...written })}\n`)
        continue
      }
      const state = (await isNeeded(client, key)) ? 'missing' : 'gone'
      count[state] += 1
      yield Buffer.from(`${JSON.stringify({ key, state })}\n`)
    }
  }
  const list = await writeDurably(path.join(part, OBJECT_LIST), lines())
  await rm(wanted)
  report?.(`${count.count} files, ${count.gone} taken back meanwhile, ${count.missing} missing in the store`)
  return { ...count, list }
}

async function writeManifest(part: string, manifest: Manifest): Promise<void> {
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  const { sha256 } = await writeDurably(path.join(part, MANIFEST), [text])
  await writeDurably(path.join(part, END_MARK), [Buffer.from(`${sha256}\n`)])
}

/** Stamps begin with the time, so that their order is that of time. */
async function removeOlder(folder: string, keep: number): Promise<void> {
  const stamps = (await readdir(folder)).filter((name) => !name.endsWith(UNFINISHED) && /^\d{8}T\d{6}Z-/.test(name))
  for (const name of stamps.toSorted().slice(0, -keep)) await rm(path.join(folder, name), { recursive: true })
}
