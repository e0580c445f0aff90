import { API_HEADERS } from './problem'

type File = {
  readonly name: string
  readonly contentType: string
  readonly length: number | null
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | Uint8Array<ArrayBuffer>
}

/** A statistic as a download. Where its metadata are stands in `Link` (RFC 8288, as CSV on the Web asks for). */
export function exportAnswer({ name, contentType, length, body }: File, metadata: string): Response {
  return new Response(body, {
    headers: {
      ...API_HEADERS,
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'X-Content-Type-Options': 'nosniff',
      Link: `<${metadata}>; rel="describedby"; type="application/json"`,
      ...(length === null ? {} : { 'Content-Length': String(length) }),
    },
  })
}

/** Where the metadata of the same question are. */
export function metadataAddress(address: URLSearchParams): string {
  return `/api/v1/statistics/releases.metadata.json?${address.toString()}`
}
