import 'server-only'
import { windowStartOf } from '@/lib/domain/slowing'
import { throttleBucket } from '@/lib/sealing/blind-index'
import type { Scoped } from './within'

/** Where wrong tries of one network or account are counted: a hash that changes every day, in windows of time. */
export type TryCount = { readonly bucketHash: Uint8Array<ArrayBuffer>; readonly windowStart: Date }

/** The count that a try belongs to. `subject` is a network address or an account; only its hash of the day is kept. */
export function tryCountOf(
  kind: 'secret-code' | 'sign-in' | 'outbox' | 'translation-comment',
  subject: string,
  at: Date,
): TryCount {
  return { bucketHash: throttleBucket(kind, subject, at.toISOString().slice(0, 10)), windowStart: windowStartOf(at) }
}

/** Wrong tries so far in the running window. */
export async function countWrongTries(on: Scoped<'door.look_up'>, tries: TryCount): Promise<number> {
  const row = await on.db.throttle.findUnique({ where: { bucketHash_windowStart: tries }, select: { count: true } })
  return row?.count ?? 0
}

/** Counts one more wrong try. */
export async function addWrongTry(on: Scoped<'door.look_up'>, tries: TryCount): Promise<void> {
  await on.db
    .$executeRaw`INSERT INTO throttle (bucket_hash, window_start, count) VALUES (${tries.bucketHash}, ${tries.windowStart}, 1)
    ON CONFLICT (bucket_hash, window_start) DO UPDATE SET count = throttle.count + 1`
}
