import { randomBytes, timingSafeEqual } from 'node:crypto'
import { get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { digestIn, isStaffShell } from './plain-page'

/** Marks a question of this server to itself, so that a failing failure page ends there. Never believed from outside. */
export const LOOP_HEADER = 'x-own-question'

const PATIENCE_MS = 5_000

type StandIn = { readonly html: string; readonly policy: string | undefined }

/**
 * When a page throws while it is drawn, Next answers with an empty shell whose words only scripts would fetch. Worker pages
 * have no scripts: another page of ours stands in, drawn by the same server, with the number for the log.
 */
export class WholeFailures {
  readonly #token = randomBytes(18).toString('base64url')
  readonly #port: number

  constructor(port: number) {
    this.#port = port
  }

  /** Whether a request is this server asking itself. */
  isOurs(request: IncomingMessage): boolean {
    const given = Buffer.from(String(request.headers[LOOP_HEADER] ?? ''))
    const own = Buffer.from(this.#token)
    return given.length === own.length && timingSafeEqual(given, own)
  }

  /** What is sent instead of a shell; null when the shell is the staff's, whose pages have scripts. */
  async standIn(shell: string, address: string, status: number, request: IncomingMessage): Promise<StandIn | null> {
    if (isStaffShell(shell)) return null
    // Taken apart by hand: what a client sends as an address (`//`) may be none.
    const [pathname = '', ...questions] = address.split('?')
    const search = questions.length === 0 ? '' : `?${questions.join('?')}`
    const [, locale = '', ...rest] = pathname.split('/')
    const number = status === 404 ? null : digestIn(shell)
    const page = status === 404 ? 'missing' : 'failed'
    try {
      const found = await this.#ask(
        `/${locale}/${page}${number === null ? '' : `?number=${encodeURIComponent(number)}`}`,
        request,
      )
      // The languages in the bar lead to the page that was asked for.
      const place = `/${rest.join('/')}${search}`
        .replaceAll('&', '&amp;')
        .replaceAll('"', '&quot;')
        .replaceAll('<', '&lt;')
      return {
        ...found,
        html: found.html.replaceAll(
          new RegExp(`(href="/[\\w-]+)/${page}(?:\\?[^"]*)?"`, 'gu'),
          (_, start: string) => `${start}${place}"`,
        ),
      }
    } catch {
      const { plainestFailure } = await import('./plainest-failure')
      const { WRITTEN_PAGE_POLICY } = await import('./written-page')
      return { html: plainestFailure(`/${locale}`, number), policy: WRITTEN_PAGE_POLICY }
    }
  }

  /** A page as the browser that sent `request` would get it. */
  async askAs(request: IncomingMessage, path: string): Promise<string> {
    const { cookie, 'x-forwarded-for': network } = request.headers
    const own = {
      ...(cookie === undefined ? {} : { cookie }),
      ...(network === undefined ? {} : { 'x-forwarded-for': network }),
    }
    const { html } = await this.#ask(path, request, own)
    return html
  }

  #ask(path: string, request: IncomingMessage, own: OutgoingHttpHeaders = {}): Promise<StandIn> {
    const { host, 'x-forwarded-proto': proto } = request.headers
    const headers = {
      ...own,
      [LOOP_HEADER]: this.#token,
      ...(host === undefined ? {} : { host }),
      ...(proto === undefined ? {} : { 'x-forwarded-proto': proto }),
    }
    return new Promise((resolve, reject) => {
      const asked = get({ host: '127.0.0.1', port: this.#port, path, headers, timeout: PATIENCE_MS }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (chunk: Buffer) => parts.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const html = Buffer.concat(parts).toString('utf8')
          if (html.includes('<main')) resolve({ html, policy: String(answer.headers['content-security-policy']) })
          else reject(new Error('the page for failures failed'))
        })
      })
      asked.on('timeout', () => asked.destroy(new Error('the page for failures is late')))
      asked.on('error', reject)
    })
  }
}
