import { existsSync, readFileSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { setPhoneFiles, type PhoneFiles } from '@/lib/platform/phone-files'
import { acceptedEncoding, compressOnce } from './compression'

const ADDRESS = /^\/assets\/([\w-]+\.(js|svg))$/
const TYPES = { js: 'text/javascript; charset=utf-8', svg: 'image/svg+xml' }

/** Scripts and pictograms of worker pages: a name with a hash never means anything else, so a phone keeps the file for good. */
export class Assets {
  readonly #directory: string
  readonly #isChanging: boolean
  #listed = 0

  constructor(directory: string, isChanging: boolean) {
    this.#directory = directory
    this.#isChanging = isChanging
    this.#readList()
  }

  /** Development only: the list as it is now. */
  refresh(): void {
    if (this.#isChanging) this.#readList()
  }

  /** Whether the request was for one of these files; it is answered then. */
  answer(request: IncomingMessage, response: ServerResponse): boolean {
    const [, name, ending] = ADDRESS.exec(request.url ?? '') ?? []
    if (name === undefined) return false
    const file = path.join(this.#directory, name)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(404).end()
      return true
    }
    const encoding = acceptedEncoding(request.headers['accept-encoding'])
    readFile(file).then(
      async (content) => {
        try {
          const body = await compressOnce(file, content, encoding)
          response.writeHead(200, {
            'Content-Type': TYPES[ending === 'svg' ? 'svg' : 'js'],
            'Content-Length': body.length,
            'Cache-Control': 'public, max-age=31536000, immutable',
            'Cross-Origin-Resource-Policy': 'same-origin',
            Vary: 'Accept-Encoding',
            ...(encoding === null ? {} : { 'Content-Encoding': encoding }),
          })
          response.end(request.method === 'HEAD' ? undefined : body)
        } catch {
          response.destroy()
        }
      },
      // Not there, or just being replaced by a newer one.
      () => response.writeHead(404).end(),
    )
    return true
  }

  #readList(): void {
    const list = path.join(this.#directory, 'files.json')
    const changed = existsSync(list) ? statSync(list).mtimeMs : 0
    if (changed === this.#listed) return
    this.#listed = changed
    setPhoneFiles(JSON.parse(readFileSync(list, 'utf8')) as PhoneFiles)
  }
}
