import type { IncomingMessage, ServerResponse } from 'node:http'
import { withPlainTypes } from '@/lib/http/script-policy'
import { wasUnreadable } from '@/lib/platform/unreadable-requests'
import { acceptedEncoding, compressOnce, compressPage, isCompressible, type Encoding } from './compression'
import { compressedSender, weakenTag, type Sender } from './compressed-sender'
import { bytesOf, setHeaders, writeArguments, type Headers } from './written'
import { kindOfPage, plainPage } from './plain-page'
import { isHeadWanted, withDefaultPolicy } from './default-policy'
import { isOfAnotherBuild, renewedSender } from './renewed-sender'
import { unreadSender } from './unread-sender'
import type { WholeFailures } from './whole-failures'

/** Below this a compressed answer is no smaller. */
const SMALLEST_BYTES = 400
const STATIC = /^\/_next\/static\/[^?#]+$/u

/**
 * Watches what is written to an answer. Pages are held back until it is known whose they are: a worker's is collected, made
 * plain and compressed; everything else goes on as it comes, compressed where that helps. Redirects, downloads, files by
 * parts and answers without a body stay as they are.
 *
 * @param failures what stands in for a worker page that failed; null leaves a failed page as it is
 */
export function treatAnswer(request: IncomingMessage, response: ServerResponse, failures: WholeFailures | null): void {
  const encoding = acceptedEncoding(request.headers['accept-encoding'])
  const address = request.url ?? '/'
  const raw: Sender = {
    head: response.writeHead.bind(response),
    write: response.write.bind(response),
    end: response.end.bind(response),
    flush: response.flushHeaders.bind(response),
  }
  let sender: Sender | null = null

  response.writeHead = ((status: number, message?: string | Headers, headers?: Headers) => {
    if (sender !== null) return response
    response.statusCode = status
    if (typeof message === 'string') response.statusMessage = message
    setHeaders(response, typeof message === 'string' ? headers : message)
    if (isUnread(request, response)) {
      sender = unreadSender(request, response, raw)
      return response
    }
    if (isOfAnotherBuild(request, response)) {
      sender = renewedSender(request, response, raw, failures)
      return response
    }
    sender = senderFor(request, response, raw, encoding, () =>
      collect(response, raw, {
        address,
        encoding,
        failures,
        request,
        goOn: (instead) => {
          sender = instead
        },
      }),
    )
    sender.head(status)
    return response
  }) as ServerResponse['writeHead']
  const begun = (): Sender => {
    if (sender === null) response.writeHead(response.statusCode)
    return sender ?? raw
  }
  response.flushHeaders = () => begun().flush()
  response.write = ((chunk: Uint8Array | string, ...rest: unknown[]) => {
    const { text, done } = writeArguments(rest)
    return begun().write(bytesOf(chunk, text), done)
  }) as ServerResponse['write']
  response.end = ((...given: unknown[]) => {
    const [chunk, ...rest] = typeof given[0] === 'function' ? [null, ...given] : given
    const { text, done } = writeArguments(rest)
    if (done) response.once('finish', done)
    begun().end(chunk === null || chunk === undefined ? undefined : bytesOf(chunk as Uint8Array | string, text))
    return response
  }) as ServerResponse['end']
  // Next asks for this after each part of a page.
  Reflect.set(response, 'flush', () => begun().flush())
}

/** Whether a failure is that of a form nobody can read. */
function isUnread(request: IncomingMessage, response: ServerResponse): boolean {
  const isFailed = request.method === 'POST' && response.statusCode === 500
  return isFailed && wasUnreadable(String(response.getHeader('x-request-id') ?? ''))
}

/** How an answer with these headers is sent. */
function senderFor(
  request: IncomingMessage,
  response: ServerResponse,
  raw: Sender,
  encoding: Encoding | null,
  collected: () => Sender,
): Sender {
  const { statusCode } = response
  const type = String(response.getHeader('content-type') ?? '')
  const hasBody = request.method !== 'HEAD' && statusCode >= 200 && ![204, 206, 304].includes(statusCode)
  const isMoved = statusCode >= 300 && statusCode < 400
  if (!hasBody || isMoved || response.hasHeader('content-encoding') || !isCompressible(type)) return raw
  if (type.startsWith('text/html')) return collected()
  response.appendHeader('Vary', 'Accept-Encoding')
  const length = Number(response.getHeader('content-length') ?? Infinity)
  if (encoding === null || length < SMALLEST_BYTES) return raw
  // With a question behind it, the same file has as many addresses as anybody likes: those are not kept.
  if (statusCode === 200 && STATIC.test(request.url ?? ''))
    return keptSender(request.url ?? '', response, raw, encoding)
  return compressedSender(response, raw, encoding)
}

/** A file with a hash in its name: compressed once, as well as possible, for all who ask later. */
function keptSender(url: string, response: ServerResponse, raw: Sender, encoding: Encoding): Sender {
  const parts: Buffer[] = []
  return {
    ...HELD_BACK,
    write: (chunk, done) => {
      parts.push(chunk)
      done?.()
      return true
    },
    end: (chunk) => {
      if (chunk) parts.push(chunk)
      compressOnce(url, Buffer.concat(parts), encoding)
        .then((body) => {
          response.setHeader('Content-Encoding', encoding)
          response.setHeader('Content-Length', body.length)
          weakenTag(response)
          raw.head(response.statusCode)
          raw.end(body)
        })
        // A line that ends is asked again; one that hangs is not.
        .catch(() => response.destroy())
    },
  }
}

type Collecting = {
  readonly address: string
  readonly encoding: Encoding | null
  readonly failures: WholeFailures | null
  readonly request: IncomingMessage
  readonly goOn: (instead: Sender) => void
}

/** Holds a page back until its html element says whose it is. */
function collect(response: ServerResponse, raw: Sender, about: Collecting): Sender {
  const { encoding } = about
  const parts: Buffer[] = []
  let isKnown = false
  const notPlain = (): Sender => {
    response.appendHeader('Vary', 'Accept-Encoding')
    const instead = encoding === null ? raw : compressedSender(response, raw, encoding)
    about.goOn(instead)
    instead.head(response.statusCode)
    return instead
  }
  return {
    ...HELD_BACK,
    write: (chunk, done) => {
      parts.push(chunk)
      if (!isKnown) {
        const beginning = Buffer.concat(parts)
        const kind = kindOfPage(beginning.toString('utf8'))
        if (kind === 'other') {
          if (isHeadWanted(beginning, response)) return heldOn(done)
          const dressed = withDefaultPolicy(beginning, response)
          return notPlain().write(dressed, done)
        }
        isKnown = kind !== null
      }
      return heldOn(done)
    },
    end: (chunk) => {
      if (chunk) parts.push(chunk)
      const whole = Buffer.concat(parts)
      const html = whole.toString('utf8')
      const kind = kindOfPage(html)
      if (kind !== 'plain' && kind !== 'failed') {
        const dressed = kind === 'other' ? withDefaultPolicy(whole, response) : whole
        notPlain().end(dressed)
        return
      }
      finished(html, kind, response, about)
        .then(async (page) => {
          if (response.destroyed) return
          const body = await compressPage(Buffer.from(page), encoding)
          response.appendHeader('Vary', 'Accept-Encoding')
          response.removeHeader('ETag')
          // Names the framework's scripts and fonts, which no worker page loads.
          response.removeHeader('Link')
          if (encoding !== null) response.setHeader('Content-Encoding', encoding)
          response.setHeader('Content-Length', body.length)
          raw.head(response.statusCode)
          raw.end(body)
        })
        .catch(() => response.destroy())
    },
  }
}

/** The page that goes out: plain, or the one that stands in for a page that failed. */
async function finished(
  html: string,
  kind: 'plain' | 'failed',
  response: ServerResponse,
  { address, failures, request }: Collecting,
): Promise<string> {
  if (kind === 'plain') {
    const policy = response.getHeader('content-security-policy')
    if (typeof policy === 'string') response.setHeader('Content-Security-Policy', withPlainTypes(policy))
    return plainPage(html)
  }
  const instead = await failures?.standIn(html, address, response.statusCode, request)
  if (!instead) return withDefaultPolicy(Buffer.from(html), response).toString('utf8')
  if (instead.policy !== undefined) response.setHeader('Content-Security-Policy', instead.policy)
  return instead.html
}

function heldOn(done: (() => void) | undefined): true {
  done?.()
  return true
}

/** The head waits for the end, and so does everything else. */
const HELD_BACK = { head: () => undefined, flush: () => undefined }
