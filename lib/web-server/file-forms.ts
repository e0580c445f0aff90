import type { IncomingMessage, ServerResponse } from 'node:http'
import { networkOf } from '@/lib/http/network-address'

/** Each form is held in memory whole, up to three times: at most this many at once, and so many of them of one network. */
const AT_ONCE = 5
const OF_ONE_NETWORK = 2

/** The forms with a whole file that are coming in or being worked on. */
export class FileForms {
  readonly #trustedHops: number
  readonly #networks: string[] = []

  /** @param trustedHops how many proxies of ours are in front; 0: no network can be told from another. */
  constructor(trustedHops: number) {
    this.#trustedHops = trustedHops
  }

  /** Whether there is room for one more; its place is free again when it is answered or its line ends. */
  enter(request: IncomingMessage, response: ServerResponse): boolean {
    const forwarded = request.headers['x-forwarded-for']
    const network = networkOf(Array.isArray(forwarded) ? forwarded.join(',') : (forwarded ?? null), this.#trustedHops)
    const ofNetwork = this.#networks.filter((one) => one === network).length
    if (this.#networks.length >= AT_ONCE || (network !== '' && ofNetwork >= OF_ONE_NETWORK)) return false
    this.#networks.push(network)
    response.once('close', () => this.#networks.splice(this.#networks.indexOf(network), 1))
    return true
  }
}
