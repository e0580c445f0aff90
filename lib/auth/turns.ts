/** How many tries on one account may wait or be checked at once; from one network, so that none of them takes all places; and in all. */
const MAX_PER_ACCOUNT = 8
const MAX_PER_NETWORK = 24
const MAX_IN_ALL = 512

const queues = new Map<string, { last: Promise<unknown>; length: number }>()
const ofNetworks = new Map<string, number>()
let inAll = 0

/**
 * Runs `work` after the work before it on the same account has ended, so that each try sees what the one before it counted.
 * Null, without running it, when too many are waiting: on this account, from this network (empty where networks cannot be told
 * apart), or in all. Knows nothing of whether the account exists.
 */
export async function inTurn<T>(account: string, network: string, work: () => Promise<T>): Promise<T | null> {
  const queue = queues.get(account) ?? { last: Promise.resolve(), length: 0 }
  const ofNetwork = ofNetworks.get(network) ?? 0
  const isFull = network !== '' && ofNetwork >= MAX_PER_NETWORK
  if (isFull || queue.length >= MAX_PER_ACCOUNT || inAll >= MAX_IN_ALL) return null
  const turn = queue.last.then(work)
  queue.last = turn.catch(() => undefined)
  queue.length += 1
  inAll += 1
  ofNetworks.set(network, ofNetwork + 1)
  queues.set(account, queue)
  try {
    return await turn
  } finally {
    queue.length -= 1
    inAll -= 1
    if (queue.length === 0) queues.delete(account)
    const left = (ofNetworks.get(network) ?? 1) - 1
    if (left === 0) ofNetworks.delete(network)
    else ofNetworks.set(network, left)
  }
}
