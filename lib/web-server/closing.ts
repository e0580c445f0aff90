import type { Server, ServerResponse } from 'node:http'

/** How often lines are looked at on which nothing is going on any more. */
const LOOK_MS = 100

/**
 * Closes a server with nothing cut off: no new line is taken, what has begun is answered, and every answer from then on ends its line,
 * so that a proxy that keeps lines open sends what comes next to another process.
 */
export class Closing {
  readonly #server: Server
  readonly #answers = new Set<ServerResponse>()
  #isClosing = false

  constructor(server: Server) {
    this.#server = server
  }

  /** For every answer, before anything is written to it. */
  watch(response: ServerResponse): void {
    if (this.#isClosing) response.setHeader('Connection', 'close')
    this.#answers.add(response)
    response.once('close', () => this.#answers.delete(response))
  }

  /** Resolves when the last line has ended. */
  async close(): Promise<void> {
    this.#isClosing = true
    for (const response of this.#answers) if (!response.headersSent) response.setHeader('Connection', 'close')
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()))
    const looking = setInterval(() => this.#server.closeIdleConnections(), LOOK_MS)
    await closed
    clearInterval(looking)
  }
}
