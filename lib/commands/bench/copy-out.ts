import type { Connection, PoolClient, Submittable } from 'pg'

/** What `COPY … TO STDOUT` is answered with, piece by piece; the parts of the protocol that `pg` leaves to its queries. */
class CopyOut implements Submittable {
  bytes = 0
  readonly done: Promise<void>
  private resolve: () => void = () => undefined
  private reject: (error: Error) => void = () => undefined

  constructor(private readonly statement: string) {
    this.done = new Promise((resolve, reject) => {
      this.resolve = resolve
      this.reject = reject
    })
  }

  submit(connection: Connection): void {
    connection.query(this.statement)
  }

  handleCopyData({ chunk }: { readonly chunk: Uint8Array }): void {
    this.bytes += chunk.length
  }

  handleCommandComplete(): void {
    // The rows are told with the data.
  }

  handleError(error: Error): void {
    this.reject(error)
  }

  handleReadyForQuery(): void {
    this.resolve()
  }
}

/** Runs `COPY … TO STDOUT`, lets its data pass, and returns how many bytes they were. */
export async function copyOut(client: PoolClient, statement: string): Promise<number> {
  const copy = new CopyOut(statement)
  client.query(copy)
  await copy.done
  return copy.bytes
}
