import 'server-only'
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, rmdir, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { now } from '@/lib/platform/clock'
import {
  assertStoreKey,
  isStoreKey,
  StoreFull,
  StoreUnavailable,
  type FileStore,
  type StoredObject,
} from './file-store'

/** Left free on the disk, which the database may share. */
const KEEP_FREE_BYTES = 256 * 1024 * 1024
const TEMPORARY = '.part'

/** A folder on this machine, readable by us alone. Every write is a new file, flushed, then renamed: whole or not there. */
export function folderStore(directory: string): FileStore {
  const at = (key: string) => {
    assertStoreKey(key)
    return path.join(directory, ...key.split('/'))
  }
  return {
    put: (key, bytes) => translated(() => writeWhole(directory, at(key), bytes)),
    get: (key) => translated(() => missingIsNull(readFile(at(key)))),
    delete: (keys) =>
      translated(async () => {
        for (const key of keys) await removeFile(at(key))
      }),
    list: (prefix) => listFolder(directory, prefix),
    check: () =>
      translated(async () => {
        await makeFolder(directory)
        await assertRoom(directory, 0)
      }),
    room: () =>
      translated(async () => {
        await makeFolder(directory)
        const { bavail, blocks, bsize } = await statfs(directory)
        return { freeBytes: Math.max(0, bavail * bsize - KEEP_FREE_BYTES), wholeBytes: blocks * bsize }
      }),
  }
}

async function writeWhole(directory: string, target: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(path.dirname(target))
  await assertRoom(directory, bytes.length)
  const temporary = `${target}.${randomUUID()}${TEMPORARY}`
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await flushFolders(path.dirname(target), directory)
}

/** The name of a file is safe only when its folder is, and the folder's name when the one above is; who made it may not have come so far. */
async function flushFolders(from: string, upTo: string): Promise<void> {
  const folder = await open(from, 'r')
  await folder.sync().catch(() => undefined)
  await folder.close()
  if (from !== upTo && from.startsWith(upTo)) await flushFolders(path.dirname(from), upTo)
}

function makeFolder(directory: string): Promise<unknown> {
  return mkdir(directory, { recursive: true, mode: 0o700 })
}

async function assertRoom(directory: string, bytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(directory)
  if (bavail * bsize - bytes < KEEP_FREE_BYTES) throw new StoreFull()
}

/** Removes the file and the folders that are empty then; a folder that somebody is just filling stays. */
async function removeFile(target: string): Promise<void> {
  await rm(target, { force: true })
  await rmdir(path.dirname(target)).catch(() => undefined)
  await rmdir(path.dirname(path.dirname(target))).catch(() => undefined)
}

async function* listFolder(directory: string, prefix: string): AsyncIterable<StoredObject> {
  const entries = (await translated(() => missingIsNull(readdir(directory)))) ?? []
  const mayHold = (folder: string) => folder.startsWith(prefix) || prefix.startsWith(folder)
  for (const shelf of entries.filter((name) => /^[0-9a-z]{2}$/.test(name) && mayHold(`${name}/`))) {
    for (const name of (await missingIsNull(readdir(path.join(directory, shelf)))) ?? []) {
      if (!mayHold(`${shelf}/${name}/`)) continue
      for (const part of (await missingIsNull(readdir(path.join(directory, shelf, name)))) ?? []) {
        const found = await missingIsNull(stat(path.join(directory, shelf, name, part)))
        const key = `${shelf}/${name}/${part}`
        if (!found?.isFile() || !key.startsWith(prefix)) continue
        // What a crash left half written is nobody's: the name of a part does not end so.
        if (part.endsWith(TEMPORARY)) await removeStale(path.join(directory, shelf, name, part), found.mtime)
        else if (isStoreKey(key)) yield { key, putAt: found.mtime }
      }
    }
  }
}

async function removeStale(file: string, writtenAt: Date): Promise<void> {
  if (now().getTime() - writtenAt.getTime() > 3_600_000) await rm(file, { force: true })
}

async function missingIsNull<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

/** Turns errors of the file system into those of a store. */
async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new StoreFull()
    if (code !== undefined && !(error instanceof StoreUnavailable)) throw new StoreUnavailable(code)
    throw error
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}
