import 'server-only'
import type { Scoped } from './within'

/** Wrong tries of one bucket in the running window. */
export async function countWrongTries(on: Scoped<'door.look_up'>, bucketHash: Uint8Array<ArrayBuffer>, windowStart: Date): Promise<number> {
  const row = await on.db.throttle.findUnique({ where: { bucketHash_windowStart: { bucketHash, windowStart } }, select: { count: true } })
  return row?.count ?? 0
}

/** Counts one more wrong try. */
export async function addWrongTry(on: Scoped<'door.look_up'>, bucketHash: Uint8Array<ArrayBuffer>, windowStart: Date): Promise<void> {
  await on.db.$executeRaw`INSERT INTO throttle (bucket_hash, window_start, count) VALUES (${bucketHash}, ${windowStart}, 1)
    ON CONFLICT (bucket_hash, window_start) DO UPDATE SET count = throttle.count + 1`
}
