import { promisify } from 'node:util'
import { brotliCompress, constants, createBrotliCompress, createGzip, gzip } from 'node:zlib'

export type Encoding = 'br' | 'gzip'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

// Measured on the pages of a report: beyond these the bytes hardly change and the time doubles.
const PAGE_BROTLI = 6
const PAGE_GZIP = 7
const STREAM_BROTLI = 4
const FILE_BROTLI = 11
const FILE_GZIP = 9

const COMPRESSIBLE = /^(?:text\/|application\/(?:javascript|json|manifest\+json|problem\+json|xml)|image\/svg\+xml)/u

/** Whether a type is text, which shrinks. */
export function isCompressible(contentType: string): boolean {
  return COMPRESSIBLE.test(contentType)
}

/** The best that the browser takes; null: as it is. */
export function acceptedEncoding(header: string | string[] | undefined): Encoding | null {
  const accepted = new Map(
    String(header ?? '')
      .split(',')
      .map((part) => {
        const [name = '', ...parameters] = part.trim().toLowerCase().split(';')
        const quality = parameters.find((parameter) => parameter.trim().startsWith('q='))
        return [name.trim(), quality === undefined ? 1 : Number(quality.trim().slice(2))] as const
      }),
  )
  return (['br', 'gzip'] as const).find((name) => (accepted.get(name) ?? 0) > 0) ?? null
}

/** A page, whole. */
export async function compressPage(body: Buffer, encoding: Encoding | null): Promise<Buffer> {
  if (encoding === null) return body
  return encoding === 'br' ? brotliOf(body, PAGE_BROTLI) : zip(body, { level: PAGE_GZIP })
}

/** An answer that comes bit by bit. */
export function streamingCompressor(encoding: Encoding) {
  return encoding === 'br'
    ? createBrotliCompress({ params: { [constants.BROTLI_PARAM_QUALITY]: STREAM_BROTLI } })
    : createGzip({ level: 6 })
}

const kept = new Map<string, { readonly from: Buffer; readonly made: Promise<Buffer> }>()

/** More files than one build has; a name that is no file is never kept, so this only ends what a long life gathers. */
const KEPT_MAXIMUM = 500

/** A file that never changes under its name: as small as it gets, once. `name` is a path without a question. */
export function compressOnce(name: string, body: Buffer, encoding: Encoding | null): Promise<Buffer> {
  if (encoding === null) return Promise.resolve(body)
  const key = `${encoding} ${name}`
  const found = kept.get(key)
  if (found?.from.equals(body)) return found.made
  const made = encoding === 'br' ? brotliOf(body, FILE_BROTLI) : zip(body, { level: FILE_GZIP })
  // The one that was kept longest goes; what could not be made is tried anew.
  for (const oldest of kept.keys()) {
    if (kept.size < KEPT_MAXIMUM) break
    kept.delete(oldest)
  }
  kept.set(key, { from: body, made })
  made.catch(() => kept.delete(key))
  return made
}

function brotliOf(body: Buffer, quality: number): Promise<Buffer> {
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
}
