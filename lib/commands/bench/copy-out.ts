import type { Connection, PoolClient, Submittable } from 'pg'

/** `ReadyForQuery` of an idle session: the last message of an answer (PostgreSQL protocol 3). No message of a COPY ends like it. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49])
/** `CopyOutResponse` begins the answer to a COPY that works. */
const COPY_OUT = 0x48

type Listener = (data: Buffer) => void

/**
 * `COPY … TO STDOUT` read as raw bytes from the connection and let go: what `pg` would do with every row, an event each, would make
 * PostgreSQL wait for us.
 */
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
    const { stream } = connection
    const own = stream.listeners('data') as Listener[]
    for (const listener of own) stream.off('data', listener)
    let tail = Buffer.alloc(0)
    const read = (data: Buffer) => {
      if (this.bytes === 0 && data[0] !== COPY_OUT) this.reject(new Error(`no answer to: ${this.statement}`))
      this.bytes += data.length
      tail = Buffer.concat([tail, data.subarray(-READY.length)]).subarray(-READY.length)
      if (!tail.equals(READY)) return
      stream.off('data', read)
      for (const listener of own) stream.on('data', listener)
      for (const listener of own) listener(READY)
    }
    stream.on('data', read)
    connection.query(this.statement)
  }

  handleError(error: Error): void {
    this.reject(error)
  }

  handleReadyForQuery(): void {
    this.resolve()
  }
}

/** Runs `COPY … TO STDOUT`, lets its data pass, and returns how many bytes came over the connection. */
export async function copyOut(client: PoolClient, statement: string): Promise<number> {
  const copy = new CopyOut(statement)
  client.query(copy)
  await copy.done
  return copy.bytes
}
