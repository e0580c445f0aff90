/** How many tries on one account may wait or be checked at once; and on all, so that none fills the server with hashing. */
const MAX_PER_ACCOUNT = 8
const MAX_IN_ALL = 64

const queues = new Map<string, { last: Promise<unknown>; length: number }>()
let inAll = 0

/**
 * Runs `work` after the work before it on the same account has ended, so that each try sees what the one before it counted.
 * Null, without running it, when too many are waiting. Knows nothing of whether the account exists.
 */
export async function inTurn<T>(account: string, work: () => Promise<T>): Promise<T | null> {
  const queue = queues.get(account) ?? { last: Promise.resolve(), length: 0 }
  if (queue.length >= MAX_PER_ACCOUNT || inAll >= MAX_IN_ALL) return null
  const turn = queue.last.then(work)
  queue.last = turn.catch(() => undefined)
  queue.length += 1
  inAll += 1
  queues.set(account, queue)
  try {
    return await turn
  } finally {
    queue.length -= 1
    inAll -= 1
    if (queue.length === 0) queues.delete(account)
  }
}
