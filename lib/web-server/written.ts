import type { OutgoingHttpHeader, OutgoingHttpHeaders, ServerResponse } from 'node:http'

// What Node takes for writeHead, write and end, in the forms it takes it.

export type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[]

/** Sets headers as writeHead does: a flat list may name one several times (Set-Cookie), and each of its values stays. */
export function setHeaders(response: ServerResponse, headers: Headers | undefined): void {
  if (headers === undefined) return
  if (!Array.isArray(headers)) {
    for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value)
    return
  }
  const pairs = Array.from({ length: headers.length / 2 }, (_, index) => ({
    name: String(headers[index * 2]),
    value: headers[index * 2 + 1],
  }))
  for (const { name } of pairs) response.removeHeader(name)
  for (const { name, value } of pairs) {
    if (value !== undefined) response.appendHeader(name, Array.isArray(value) ? value : String(value))
  }
}

/** The encoding of a text and what is called when it is out, of the arguments after a chunk. */
export function writeArguments(rest: readonly unknown[]): { text: BufferEncoding; done: (() => void) | undefined } {
  const [text] = rest.filter((argument) => typeof argument === 'string')
  const [done] = rest.filter((argument) => typeof argument === 'function')
  return { text: (text as BufferEncoding | undefined) ?? 'utf8', done: done as (() => void) | undefined }
}

/** A chunk as bytes. */
export function bytesOf(chunk: Uint8Array | string, text: BufferEncoding): Buffer {
  if (typeof chunk === 'string') return Buffer.from(chunk, text)
  return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
}
