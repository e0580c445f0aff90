import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Sender } from './compressed-sender'

/**
 * Answers a form that cannot be read (400), in place of what Next says of it (500). Scripts of staff pages get what Next wrote, which they
 * understand; people get a page.
 */
export function unreadSender(request: IncomingMessage, response: ServerResponse, raw: Sender): Sender {
  response.statusCode = 400
  if (request.headers['next-action'] !== undefined) {
    raw.head(400)
    return raw
  }
  return {
    head: () => undefined,
    flush: () => undefined,
    write: (_chunk, done) => {
      done?.()
      return true
    },
    end: () => {
      // The words are read when they are needed, which is never on most days.
      void Promise.all([import('./plainest-failure'), import('./written-page')]).then(
        ([{ plainestFailure }, { WRITTEN_PAGE_POLICY }]) => {
          const body = Buffer.from(plainestFailure(request.url ?? '/', null))
          response.removeHeader('ETag')
          response.setHeader('Content-Type', 'text/html; charset=utf-8')
          response.setHeader('Content-Security-Policy', WRITTEN_PAGE_POLICY)
          response.setHeader('Content-Length', body.length)
          raw.head(400)
          raw.end(body)
        },
        () => response.destroy(),
      )
    },
  }
}
