import { Agent, request, type IncomingHttpHeaders } from 'node:http'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'

/** An answer as it was sent: `bytes` is the body on the wire, compressed where the server compresses. */
export type Answer = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly bytes: number
  readonly text: string
}

export type Compression = 'gzip' | 'br'

/** A browser without scripts: it keeps its cookies and its connection, and asks for compressed answers. */
export class PlainBrowser {
  readonly #cookies = new Map<string, string>()
  readonly #agent: Agent
  readonly #origin: string
  readonly #compression: Compression

  constructor(
    origin: string,
    agent = new Agent({ keepAlive: true, maxSockets: 1 }),
    compression: Compression = 'gzip',
  ) {
    this.#origin = origin
    this.#agent = agent
    this.#compression = compression
  }

  get cookies(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  setCookie(name: string, value: string): void {
    this.#cookies.set(name, value)
  }

  get(path: string): Promise<Answer> {
    return this.#send('GET', path, null)
  }

  /** Posts the fields as a form without scripts does for an action: multipart/form-data. */
  post(path: string, fields: readonly (readonly [name: string, value: string])[]): Promise<Answer> {
    const boundary = '----fairpassagebench'
    const parts = fields.map(
      ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    )
    return this.#send('POST', path, {
      type: `multipart/form-data; boundary=${boundary}`,
      body: `${parts.join('')}--${boundary}--\r\n`,
    })
  }

  #send(method: string, path: string, form: { readonly type: string; readonly body: string } | null): Promise<Answer> {
    const headers = {
      'Accept-Encoding': this.#compression,
      Accept: 'text/html',
      Origin: this.#origin,
      ...(this.#cookies.size === 0 ? {} : { Cookie: this.cookies }),
      ...(form ? { 'Content-Type': form.type, 'Content-Length': String(Buffer.byteLength(form.body)) } : {}),
    }
    return new Promise((resolve, reject) => {
      const outgoing = request(new URL(path, this.#origin), { method, headers, agent: this.#agent }, (incoming) => {
        const chunks: Buffer[] = []
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk))
        incoming.on('error', reject)
        incoming.on('end', () => {
          const body = Buffer.concat(chunks)
          this.#keepCookies(incoming.headers['set-cookie'] ?? [])
          const text = opened(body, incoming.headers['content-encoding']).toString('utf8')
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, bytes: body.length, text })
        })
      })
      outgoing.on('error', reject)
      outgoing.end(form?.body)
    })
  }

  #keepCookies(lines: readonly string[]): void {
    for (const line of lines) {
      const [pair = ''] = line.split(';')
      const [name = '', ...value] = pair.split('=')
      this.#cookies.set(name, value.join('='))
    }
  }
}

function opened(body: Buffer, encoding: string | undefined): Buffer {
  if (encoding === 'gzip') return gunzipSync(body)
  return encoding === 'br' ? brotliDecompressSync(body) : body
}
