import type { IncomingMessage, ServerResponse } from 'node:http'
import { countRequest } from '@/lib/platform/request-counts'
import type { RouteNames } from './route-names'

/** Methods that have a name of their own in the counts; anybody may make up others. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE'])

/** Counts an answer when its line ends, by the name of its route, its kind of status and how long it took (lib/platform/request-counts.ts). */
export function countAnswer(request: IncomingMessage, response: ServerResponse, names: RouteNames): void {
  const began = performance.now()
  const address = request.url ?? '/'
  const { method = '' } = request
  response.once('close', () => {
    const { name, isInTens } = names.nameOf(address)
    const status = `${String(response.statusCode).charAt(0)}xx`
    countRequest({
      route: name,
      // A question and an answer of a worker look alike.
      method: isInTens ? 'any' : METHODS.has(method) ? method : 'other',
      status,
      seconds: (performance.now() - began) / 1000,
      isInTens: isInTens && status !== '5xx',
    })
  })
}
