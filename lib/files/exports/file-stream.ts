import type { Written } from './tally'

/** Bytes of a file one after the other, at the end what was written. */
export type FileChunks = Generator<Uint8Array, Written> | AsyncGenerator<Uint8Array, Written>

/** A file on its way. `written` is known only when all of it was read; a file that was cut off never says so. */
export type FileStream = {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
  readonly written: () => Written | null
}

/**
 * A file as a stream: the next piece is made when the reader has taken the last one, so that a slow reader costs no memory. An error
 * ends the stream as failed, never as complete.
 */
export function fileStream(chunks: FileChunks): FileStream {
  let written: Written | null = null
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const next = await chunks.next()
        if (next.done === true) {
          written = next.value
          controller.close()
        } else controller.enqueue(next.value as Uint8Array<ArrayBuffer>)
      },
      async cancel() {
        // Ends the generator at its next yield, so that what it holds open is closed.
        await chunks.return({ rows: 0, bytes: 0, sha256: '' })
      },
    },
    { highWaterMark: 1 },
  )
  return { body, written: () => written }
}
