import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Sender } from './compressed-sender'
import { postedFormOf } from './posted-form'
import type { WholeFailures } from './whole-failures'

/** What Next says of a form whose action is in no build of this server. */
const NOT_FOUND = 'x-nextjs-action-not-found'

/** Whether nothing takes what a browser posted by itself: its page is of another build, or of nobody. */
export function isOfAnotherBuild(request: IncomingMessage, response: ServerResponse): boolean {
  return response.getHeader(NOT_FOUND) === '1' && request.headers['next-action'] === undefined
}

/**
 * Answers a form that was open while a new version was started: with everything typed, to that browser alone. The page as it is now is
 * asked for as the same browser would, so that the form can be sent from here where it is still the same. Nothing of it is kept.
 */
export function renewedSender(
  request: IncomingMessage,
  response: ServerResponse,
  raw: Sender,
  pages: WholeFailures | null,
): Sender {
  const { statusCode } = response
  const answer = async () => {
    const address = addressOf(request)
    const posted = await postedFormOf(request)
    const page = posted === null || pages === null ? null : await pages.askAs(request, address).catch(() => null)
    // The words are read when they are needed, which is never on most days.
    const [{ renewedForm }, { renewedPage }, { WRITTEN_PAGE_POLICY }] = await Promise.all([
      import('./renewed-form'),
      import('./renewed-page'),
      import('./written-page'),
    ])
    const given = posted ?? { texts: [], hasFiles: false }
    const body = Buffer.from(renewedPage(address, renewedForm(given, page)))
    response.removeHeader('ETag')
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.setHeader('Content-Security-Policy', WRITTEN_PAGE_POLICY)
    response.setHeader('Cache-Control', 'private, no-store')
    response.setHeader('Content-Length', body.length)
    raw.head(statusCode)
    raw.end(body)
  }
  return {
    head: () => undefined,
    flush: () => undefined,
    write: (_chunk, done) => {
      done?.()
      return true
    },
    end: () => void answer().catch(() => response.destroy()),
  }
}

/** The address of the page, as ours alone can be: what a client sends as one (`//`) may be somebody else's. */
function addressOf(request: IncomingMessage): string {
  const address = request.url ?? '/'
  return /^\/(?!\/)[^\\]*$/u.test(address) ? address : '/'
}
