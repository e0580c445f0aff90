import type { ServerResponse } from 'node:http'
import { streamingCompressor, type Encoding } from './compression'

/** The ways bytes leave: to the line, or through something that changes them first. */
export type Sender = {
  readonly head: (status: number) => unknown
  /** False when the line is full; the response says `drain` when it is free again. */
  readonly write: (chunk: Buffer, done?: () => void) => boolean
  readonly end: (chunk?: Buffer) => unknown
  readonly flush: () => unknown
}

/** Compresses as it comes, for answers that are long or not finished when they begin. */
export function compressedSender(response: ServerResponse, raw: Sender, encoding: Encoding): Sender {
  const compressor = streamingCompressor(encoding)
  compressor.on('data', (chunk: Buffer) => {
    if (!raw.write(chunk)) compressor.pause()
  })
  compressor.on('end', () => raw.end())
  compressor.on('error', () => response.destroy())
  compressor.on('drain', () => response.emit('drain'))
  response.on('drain', () => compressor.resume())
  response.once('close', () => compressor.destroy())
  return {
    head: (status) => {
      response.setHeader('Content-Encoding', encoding)
      response.removeHeader('Content-Length')
      weakenTag(response)
      raw.head(status)
    },
    write: (chunk, done) => compressor.write(chunk, done),
    end: (chunk) => compressor.end(chunk),
    flush: () => compressor.flush(),
  }
}

/** A tag of the bytes as they were says of compressed ones only that they mean the same (RFC 9110, 8.8.1). */
export function weakenTag(response: ServerResponse): void {
  const tag = response.getHeader('etag')
  if (typeof tag === 'string' && !tag.startsWith('W/')) response.setHeader('ETag', `W/${tag}`)
}
