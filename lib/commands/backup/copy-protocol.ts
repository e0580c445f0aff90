import { once } from 'node:events'
import { Readable, type Duplex } from 'node:stream'
import type { Client, Connection, Submittable } from 'pg'

// PostgreSQL's own way to hand over a table, as a stream. `pg` knows its messages and leaves what to do with them to whoever asks.

type CopyConnection = Connection & {
  readonly stream: Duplex
  sendCopyFromChunk(chunk: Uint8Array): void
  endCopyFrom(): void
  sendCopyFail(reason: string): void
}

/** What `pg` calls on a statement while it runs. */
type Statement = Submittable & {
  handleError(error: Error): void
  handleReadyForQuery(): void
  handleCommandComplete(message: { readonly text: string }): void
}

/** The rows that `query` gives, in COPY's text format; `rows` once the stream has ended. The connection waits while nobody reads. */
export function copyOut(client: Client, query: string): { readonly stream: Readable; readonly rows: () => number } {
  let connection: CopyConnection | undefined
  let rows = 0
  let isOver = false
  const stream = new Readable({
    read: () => void connection?.stream.resume(),
    destroy(error, done) {
      // Whoever stops reading in the middle does not want the rest of a table read to its end.
      if (!isOver) connection?.stream.destroy()
      done(error)
    },
  })
  const statement: Statement & { handleCopyData(message: { readonly chunk: Buffer }): void } = {
    submit(on) {
      connection = on as CopyConnection
      on.query(`COPY (${query}) TO STDOUT`)
    },
    handleCopyData({ chunk }) {
      // The library uses the memory of a message again for the next.
      if (!stream.push(Buffer.from(chunk))) connection?.stream.pause()
    },
    handleCommandComplete({ text }) {
      rows = Number(text.split(' ')[1])
    },
    handleReadyForQuery() {
      isOver = true
      stream.push(null)
    },
    handleError(error) {
      isOver = true
      stream.destroy(error)
    },
  }
  client.query(statement)
  return { stream, rows: () => rows }
}

/** Loads what copyOut gave; `target` is a table with its columns. Returns how many rows there were. */
export function copyIn(client: Client, target: string, source: AsyncIterable<Uint8Array>): Promise<number> {
  return new Promise((resolve, reject) => {
    let rows = 0
    let isRefused = false
    const send = async (connection: CopyConnection) => {
      try {
        for await (const chunk of source) {
          if (isRefused) return
          connection.sendCopyFromChunk(chunk)
          if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain')
        }
        connection.endCopyFrom()
      } catch (error) {
        connection.sendCopyFail('the source broke off')
        reject(error as Error)
      }
    }
    const statement: Statement & { handleCopyInResponse(connection: CopyConnection): void } = {
      submit: (on) => on.query(`COPY ${target} FROM STDIN`),
      handleCopyInResponse: (connection) => void send(connection),
      handleCommandComplete({ text }) {
        rows = Number(text.split(' ')[1])
      },
      handleReadyForQuery: () => resolve(rows),
      handleError(error) {
        isRefused = true
        reject(error)
      },
    }
    client.query(statement)
  })
}
