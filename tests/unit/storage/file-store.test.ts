import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { StoreFull, StoreUnavailable, type FileStore } from '@/lib/storage/file-store'
import { folderStore } from '@/lib/storage/folder-store'
import { chunkObject, fileObject, newStorageKey, placeOfObject } from '@/lib/storage/keys'
import { s3Store, type S3Settings } from '@/lib/storage/s3-store'
import { startS3Server, type S3Server } from '../../support/s3-server'

const directory = mkdtempSync(path.join(tmpdir(), 'store-'))
let server: S3Server
let bucket: S3Settings

beforeAll(async () => {
  server = await startS3Server('files', 'the-secret')
  bucket = {
    endpoint: server.endpoint,
    bucket: 'files',
    region: 'eu-test-1',
    accessKey: 'key',
    secretKey: 'the-secret',
  }
})
afterAll(async () => {
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
})

/** A real store that somebody runs, by the settings of the product; left out when there is none. */
const real: S3Settings | null = process.env['FILES_S3_ENDPOINT']
  ? {
      endpoint: process.env['FILES_S3_ENDPOINT'],
      bucket: process.env['FILES_S3_BUCKET'] ?? '',
      region: process.env['FILES_S3_REGION'] ?? 'us-east-1',
      accessKey: process.env['FILES_S3_ACCESS_KEY'] ?? '',
      secretKey: process.env['FILES_S3_SECRET_KEY'] ?? '',
    }
  : null

const STORES: [string, () => FileStore][] = [
  ['a folder', () => folderStore(path.join(directory, 'corner'))],
  ['a bucket', () => s3Store(bucket, 'corner')],
  ...(real ? [['a bucket of a real store', () => s3Store(real, 'corner')] as [string, () => FileStore]] : []),
]

async function keysOf(store: FileStore, prefix = ''): Promise<string[]> {
  const keys: string[] = []
  for await (const { key } of store.list(prefix)) keys.push(key)
  return keys.toSorted()
}

describe.each(STORES)('%s', (_, open) => {
  test('gives back what was put, the last one of a key', async () => {
    const store = open()
    await store.check()
    const key = fileObject(newStorageKey())
    const bytes = randomBytes(300_000)
    await store.put(key, randomBytes(10))
    await store.put(key, bytes)
    expect(Buffer.from((await store.get(key)) ?? []).equals(bytes)).toBe(true)
    await store.delete([key])
    expect(await store.get(key)).toBeNull()
  })

  test('has nothing under a key that nobody put, and removes it without complaint', async () => {
    const key = fileObject(newStorageKey())
    expect(await open().get(key)).toBeNull()
    await open().delete([key, key])
  })

  test('lists every object once, over several pages, or those of one place', async () => {
    const store = open()
    const [one, other] = [newStorageKey(), newStorageKey()]
    const keys = [...[0, 1, 2, 3, 4].map((index) => chunkObject(one, index)), fileObject(other)]
    for (const key of keys) await store.put(key, randomBytes(8))
    expect(await keysOf(store)).toEqual(keys.toSorted())
    expect(await keysOf(store, `${one}/`)).toEqual(keys.slice(0, 5).toSorted())
    for await (const { putAt } of store.list('')) expect(Math.abs(Date.now() - putAt.getTime())).toBeLessThan(60_000)
    await store.delete(keys)
    expect(await keysOf(store)).toEqual([])
  })

  test('takes no key that is not ours', async () => {
    for (const key of ['../../etc/passwd', 'ab/../../x', 'ab', 'AB/cdefghij/file', 'ab/cdefghij/a b', ''])
      await expect(async () => open().put(key, randomBytes(1)), key).rejects.toThrow(TypeError)
  })
})

test('a folder is read by its owner only, and an object that was half written is none', async () => {
  const store = folderStore(path.join(directory, 'private'))
  const place = newStorageKey()
  await store.put(fileObject(place), randomBytes(4))
  const folder = path.join(directory, 'private', ...place.split('/'))
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(statSync(path.join(folder, 'file')).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['file'])
  writeFileSync(path.join(folder, 'file.1234.part'), 'half')
  expect(await keysOf(store)).toEqual([fileObject(place)])
})

test('a folder that cannot be written is unavailable', async () => {
  writeFileSync(path.join(directory, 'taken'), '')
  await expect(folderStore(path.join(directory, 'taken')).check()).rejects.toThrow(StoreUnavailable)
  mkdirSync(path.join(directory, 'empty'))
  expect(await keysOf(folderStore(path.join(directory, 'empty', 'not-there')))).toEqual([])
})

describe('a bucket', () => {
  test('that is full, away, or does not know us says so without its own words', async () => {
    const store = s3Store(bucket, 'corner')
    const key = fileObject(newStorageKey())
    for (const [status, body] of [
      [507, ''],
      [400, '<Error><Code>XMinioStorageFull</Code></Error>'],
      [403, '<Code>QuotaExceeded</Code>'],
    ] as const) {
      server.answer = { status, body }
      await expect(store.put(key, randomBytes(1))).rejects.toThrow(StoreFull)
    }
    server.answer = null
    await expect(s3Store({ ...bucket, secretKey: 'wrong' }, 'corner').check()).rejects.toThrow(StoreUnavailable)
    // A bucket that is not there has lost no object.
    const elsewhere = s3Store({ ...bucket, bucket: 'other' }, 'corner')
    await expect(elsewhere.get(key)).rejects.toThrow(StoreUnavailable)
    await expect(elsewhere.delete([key])).rejects.toThrow(StoreUnavailable)
    await expect(s3Store({ ...bucket, bucket: 'other' }, 'corner').put(key, randomBytes(1))).rejects.toThrow(
      StoreUnavailable,
    )
    await expect(s3Store({ ...bucket, endpoint: 'http://127.0.0.1:1' }, 'corner').get(key)).rejects.toThrow(
      StoreUnavailable,
    )
  })

  test('that sends us elsewhere is not followed, with nothing', async () => {
    let asked = 0
    const spied = createServer((_, answer) => {
      asked += 1
      answer.end()
    })
    await new Promise<void>((resolve) => spied.listen(0, '127.0.0.1', resolve))
    const { port } = spied.address() as AddressInfo
    const key = fileObject(newStorageKey())
    const store = s3Store(bucket, 'corner')
    for (const status of [301, 302, 303, 307, 308]) {
      server.answer = { status, body: '', location: `http://127.0.0.1:${port}/files/corner/${key}` }
      await expect(store.put(key, randomBytes(1))).rejects.toThrow(StoreUnavailable)
      await expect(store.get(key)).rejects.toThrow(StoreUnavailable)
      await expect(store.delete([key])).rejects.toThrow(StoreUnavailable)
    }
    server.answer = null
    expect(asked).toBe(0)
    await new Promise<void>((resolve) => spied.close(() => resolve()))
  })

  test('lists what is ours alone', async () => {
    server.objects.set('corner/ab/x.tmp', { bytes: Buffer.from('x'), putAt: new Date() })
    expect(await keysOf(s3Store(bucket, 'corner'))).toEqual([])
    server.objects.delete('corner/ab/x.tmp')
  })

  test('keeps to its corner', async () => {
    const [mine, other] = [s3Store(bucket, 'mine'), s3Store(bucket, 'other')]
    const key = fileObject(newStorageKey())
    await mine.put(key, randomBytes(1))
    expect([await keysOf(mine), await keysOf(other), await other.get(key)]).toEqual([[key], [], null])
    await mine.delete([key])
  })
})

test('an object names its place', () => {
  const place = newStorageKey()
  expect([placeOfObject(chunkObject(place, 12)), placeOfObject(fileObject(place))]).toEqual([place, place])
})
