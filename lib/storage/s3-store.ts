import 'server-only'
import { createHash } from 'node:crypto'
import { AwsClient } from 'aws4fetch'
import {
  assertStoreKey,
  isStoreKey,
  StoreFull,
  StoreUnavailable,
  type FileStore,
  type StoredObject,
} from './file-store'
import { readListing } from './s3-listing'

export type S3Settings = {
  /** Such as https://s3.eu-central-1.amazonaws.com or http://minio:9000, without the bucket. */
  readonly endpoint: string
  readonly bucket: string
  readonly region: string
  readonly accessKey: string
  readonly secretKey: string
}

const TIMEOUT_MS = 30_000
/** How many objects are removed at a time. */
const DELETES_AT_ONCE = 8
/** What stores say of an object that is not there; some say nothing. */
const MISSING = /<Code>NoSuchKey<\/Code>|^\s*$/
/** What stores say when there is no room: RFC 4918, and the codes of Amazon, MinIO and Ceph. */
const FULL = /QuotaExceeded|StorageFull|InsufficientCapacity|XMinioStorageFull/

/**
 * A bucket of an S3-compatible store, addressed by path (`endpoint/bucket/key`), requests signed with Signature Version 4. Plain
 * PUT, GET, DELETE and ListObjectsV2, which every such store has. All our keys begin with `corner`.
 */
export function s3Store(settings: S3Settings, corner: string): FileStore {
  const client = new AwsClient({
    accessKeyId: settings.accessKey,
    secretAccessKey: settings.secretKey,
    region: settings.region,
    service: 's3',
    retries: 2,
  })
  const bucket = `${settings.endpoint.replace(/\/$/, '')}/${settings.bucket}`
  const ask = (address: string, init: RequestInit = {}) => answerOf(client, address, init)
  const at = (key: string) => {
    assertStoreKey(key)
    return `${bucket}/${corner}/${key}`
  }
  return {
    async put(key, bytes) {
      // Named, so that a store refuses what changed on the way, also where no TLS lies between.
      const hash = createHash('sha256').update(bytes).digest('hex')
      const headers = { 'Content-Type': 'application/octet-stream', 'X-Amz-Content-Sha256': hash }
      if (!(await ask(at(key), { method: 'PUT', body: Buffer.from(bytes), headers })))
        throw new StoreUnavailable('no_such_bucket')
    },
    async get(key) {
      const answer = await ask(at(key))
      return answer && new Uint8Array(await answer.arrayBuffer())
    },
    async delete(keys) {
      for (let from = 0; from < keys.length; from += DELETES_AT_ONCE) {
        await Promise.all(keys.slice(from, from + DELETES_AT_ONCE).map((key) => ask(at(key), { method: 'DELETE' })))
      }
    },
    async *list(prefix): AsyncIterable<StoredObject> {
      let token: string | null = null
      do {
        const query = new URLSearchParams({ 'list-type': '2', prefix: `${corner}/${prefix}` })
        if (token !== null) query.set('continuation-token', token)
        const answer: Response | null = await ask(`${bucket}?${query}`)
        if (!answer) throw new StoreUnavailable('no_such_bucket')
        const page = readListing(await answer.text())
        for (const { key, putAt } of page.objects) {
          const own = key.slice(corner.length + 1)
          if (isStoreKey(own)) yield { key: own, putAt }
        }
        token = page.next
      } while (token !== null)
    },
    async check() {
      if (!(await ask(`${bucket}?list-type=2&max-keys=1`))) throw new StoreUnavailable('no_such_bucket')
    },
    // No such store answers that.
    room: async () => null,
  }
}

/** The answer of the store, null when it has no such object. What it says in words is read for its code only and goes no further. */
async function answerOf(client: AwsClient, address: string, init: RequestInit): Promise<Response | null> {
  let answer: Response
  try {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    // What another address answers was not asked for, and what is sealed goes nowhere else.
    answer = await client.fetch(address, { ...init, signal, cache: 'no-store', redirect: 'error' })
  } catch {
    throw new StoreUnavailable('unreachable')
  }
  if (answer.ok) return answer
  const words = await answer.text().catch(() => '')
  // Only an object can be missing: with a wrong setting every file would be one that was lost.
  if (answer.status === 404 && MISSING.test(words)) return null
  if (answer.status === 507 || FULL.test(words)) throw new StoreFull()
  throw new StoreUnavailable(`status_${answer.status}`)
}
