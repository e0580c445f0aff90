import { FILE_CONTENT_SECURITY_POLICY } from './security-headers'

const HEADERS = {
  'Content-Disposition': 'inline',
  'Content-Security-Policy': FILE_CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-store',
}

/** Part of a file that a page of ours shows: never kept by the browser, of the type we say, and as a page of its own it may do nothing. */
export function shownAnswer(bytes: Uint8Array, contentType: string): Response {
  return new Response(new Uint8Array(bytes), {
    headers: { ...HEADERS, 'Content-Type': contentType, 'Content-Length': String(bytes.length) },
  })
}

/**
 * The same for sound, whose player asks for pieces (RFC 9110, 14.1.2: one range of bytes). What is no such range is answered
 * with the whole, what lies beyond the end with 416.
 */
export function rangeAnswer(bytes: Uint8Array, contentType: string, range: string | null): Response {
  const asked = /^bytes=(\d*)-(\d*)$/u.exec(range ?? '')
  if (!asked || (asked[1] === '' && asked[2] === '')) {
    const whole = shownAnswer(bytes, contentType)
    whole.headers.set('Accept-Ranges', 'bytes')
    return whole
  }
  const [, from = '', to = ''] = asked
  const start = from === '' ? Math.max(0, bytes.length - Number(to)) : Number(from)
  const end = from === '' || to === '' ? bytes.length - 1 : Math.min(Number(to), bytes.length - 1)
  if (start > end || start >= bytes.length)
    return new Response(null, { status: 416, headers: { ...HEADERS, 'Content-Range': `bytes */${bytes.length}` } })
  return new Response(new Uint8Array(bytes.subarray(start, end + 1)), {
    status: 206,
    headers: {
      ...HEADERS,
      'Accept-Ranges': 'bytes',
      'Content-Type': contentType,
      'Content-Length': String(end + 1 - start),
      'Content-Range': `bytes ${start}-${end}/${bytes.length}`,
    },
  })
}
