import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { grantOpen } from '@/lib/access/grant'
import { insertDraft } from '@/lib/data/drafts'
import type { FileHolder } from '@/lib/data/file-owner'
import { within } from '@/lib/data/within'
import { CHUNK_BYTES } from '@/lib/domain/files/limits'
import type { FilePurpose } from '@/lib/domain/files/purposes'
import { now } from '@/lib/platform/clock'
import { hashToken, newToken } from '@/lib/platform/token'
import { StoreFull, type FileStore } from '@/lib/storage/file-store'
import { folderStore } from '@/lib/storage/folder-store'
import { beginFile } from '@/lib/usecases/files/begin-file'
import { finishFile } from '@/lib/usecases/files/finish-file'
import { receiveChunk } from '@/lib/usecases/files/receive-chunk'

/** A store of this test file's own, whose room can run out; `objects` are the keys in it, `stray` leaves what is none of ours. */
export function aStore(): FileStore & {
  isFull: boolean
  objects: () => Promise<string[]>
  stray: (name: string) => void
} {
  const directory = mkdtempSync(path.join(tmpdir(), 'files-'))
  afterAll(() => rmSync(directory, { recursive: true, force: true }))
  const folder = folderStore(directory)
  const store = {
    ...folder,
    isFull: false,
    put: (key: string, bytes: Uint8Array) => {
      if (store.isFull) throw new StoreFull()
      return folder.put(key, bytes)
    },
    stray: (name: string) => {
      const shelf = path.join(directory, 'ab', 'c'.repeat(38))
      mkdirSync(shelf, { recursive: true })
      writeFileSync(path.join(shelf, name), 'stray')
      utimesSync(path.join(shelf, name), 0, 0)
    },
    objects: async () => {
      const keys: string[] = []
      for await (const { key } of folder.list('')) keys.push(key)
      return keys
    },
  }
  globalThis.fairPassageStore = store
  return store
}

/** A draft, and the pass for its files. */
export async function aDraftHolder(): Promise<FileHolder & { kind: 'draft' }> {
  const token = newToken()
  const grant = grantOpen({ kind: 'reporter', caseId: null }, 'report.draft', hashToken(token))
  await within(grant, (on) => insertDraft(on, token, { kind: 'report', locale: 'vi', payload: {}, now: now() }))
  return { kind: 'draft', grant, token }
}

type Sent = {
  readonly purpose?: FilePurpose
  readonly keepDate?: boolean
  readonly messageRequestId?: string
  readonly name?: string
}

/** Begins a file and sends its pieces, the last one first. Returns its id. */
export async function sendPieces(holder: FileHolder, bytes: Buffer, file: Sent = {}): Promise<string> {
  const begun = await beginFile(holder, {
    purpose: file.purpose ?? 'receipt',
    bytes: bytes.length,
    keepDate: file.keepDate ?? false,
    name: file.name ?? 'IMG_20250304 của tôi.jpg',
    messageRequestId: file.messageRequestId ?? null,
  })
  if (!begun.ok) throw new Error(begun.error.code)
  const { id } = begun.value
  for (let index = Math.ceil(bytes.length / CHUNK_BYTES) - 1; index >= 0; index -= 1) {
    const kept = await receiveChunk(holder, { id, index, bytes: pieceOf(bytes, index) })
    if (!kept.ok) throw new Error(kept.error.code)
  }
  return id
}

/** The piece of this index. */
export function pieceOf(bytes: Buffer, index: number): Buffer {
  return bytes.subarray(index * CHUNK_BYTES, (index + 1) * CHUNK_BYTES)
}

/** A whole file, sent and finished. */
export async function sendFile(holder: FileHolder, bytes: Buffer, file: Sent = {}): Promise<string> {
  const id = await sendPieces(holder, bytes, file)
  const finished = await finishFile(holder, id)
  if (!finished.ok) throw new Error(finished.error.code)
  if (finished.value.state !== 'ready') throw new Error(finished.value.refusal ?? finished.value.state)
  return id
}

/** What a phone says of a file before it sends one. */
export const announced = (change: object = {}) => ({
  purpose: 'receipt' as const,
  bytes: 10,
  keepDate: false,
  name: null,
  messageRequestId: null,
  ...change,
})
