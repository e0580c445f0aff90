import 'server-only'
import { LONGEST_DELAY_MS, windowStartOf } from '@/lib/domain/slowing'
import { throttleBucket } from '@/lib/sealing/blind-index'
import type { Scoped } from './within'

/** Where wrong tries of one network or account are counted: a hash that changes every day, in windows of time. */
export type TryCount = { readonly bucketHash: Uint8Array<ArrayBuffer>; readonly windowStart: Date }

/** Wrong tries are counted for this long at most; after it the row tells nothing any more. */
const TRIES_KEPT_MS = 3_600_000

/** The count that a try belongs to. `subject` is a network address or an account; only its hash of the day is kept. */
export function tryCountOf(
  kind:
    | 'secret-code'
    | 'party-link'
    | 'sign-in'
    | 'sign-in-here'
    | 'sign-in-network'
    | 'second-factor'
    | 'password-again'
    | 'outbox',
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

/**
 * Counts a try before it is looked at and says how many there were before it: of tries at the same time, in however many processes,
 * each sees another number. What was right is taken back.
 */
export async function countTry(on: Scoped<'door.look_up'>, tries: TryCount): Promise<number> {
  const rows = await on.db.$queryRaw<{ before: number }[]>`
    INSERT INTO throttle (bucket_hash, window_start, count, forget_at) VALUES (${tries.bucketHash}, ${tries.windowStart}, 1, ${forgetAt(tries)})
    ON CONFLICT (bucket_hash, window_start) DO UPDATE SET count = throttle.count + 1 RETURNING count - 1 AS before`
  return rows[0]?.before ?? 0
}

/** Writes a count as it is: so that who leaves it alone takes as long as who changes more besides. */
export async function keepTry(on: Scoped<'door.look_up'>, tries: TryCount): Promise<void> {
  await on.db.throttle.updateMany({ where: tries, data: { count: { increment: 0 } } })
}

/** Takes back what countTry counted: the try was right. */
export async function takeTryBack(on: Scoped<'door.look_up'>, tries: TryCount): Promise<void> {
  await on.db.throttle.updateMany({ where: { ...tries, count: { gt: 0 } }, data: { count: { decrement: 1 } } })
}

/** Counts one more wrong try. */
export async function addWrongTry(on: Scoped<'door.look_up'>, tries: TryCount): Promise<void> {
  await on.db
    .$executeRaw`INSERT INTO throttle (bucket_hash, window_start, count, forget_at) VALUES (${tries.bucketHash}, ${tries.windowStart}, 1, ${forgetAt(tries)})
    ON CONFLICT (bucket_hash, window_start) DO UPDATE SET count = throttle.count + 1`
}

/**
 * Takes one of the `most` places in which slowed tries of a network wait; false when none is left. They are given out anew as often as
 * the longest wait ends, by one statement, in whichever process, and nothing is held while somebody waits.
 */
export async function takePlace(
  on: Scoped<'door.look_up'>,
  kind: string,
  subject: string,
  at: Date,
  most: number,
): Promise<boolean> {
  const bucketHash = throttleBucket(`${kind}-place`, subject, at.toISOString().slice(0, 10))
  const windowStart = new Date(Math.floor(at.getTime() / LONGEST_DELAY_MS) * LONGEST_DELAY_MS)
  return (await countTry(on, { bucketHash, windowStart })) < most
}

function forgetAt({ windowStart }: TryCount): Date {
  return new Date(windowStart.getTime() + TRIES_KEPT_MS)
}
