import { createServer, request, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterEach, expect, test, vi } from 'vitest'
import { contentSecurityPolicy } from '@/lib/http/security-headers'
import { noteUnreadable } from '@/lib/platform/unreadable-requests'
import { treatAnswer } from '@/lib/web-server/answer'
import * as compression from '@/lib/web-server/compression'
import { WholeFailures } from '@/lib/web-server/whole-failures'

const PLAIN = '<!DOCTYPE html><html data-plain=""><body><main>Xin chào</main><script>next()</script></body></html>'
const STAFF = '<!DOCTYPE html><html><body><main>Cases</main><script>next()</script></body></html>'
const SHELL = '<!DOCTYPE html><html id="__next_error__"><body><template data-dgst="77"></template></body></html>'

const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

/** A server that answers as `handle` does, treated like Next's answers; says its port. */
async function serve(handle: RequestListener, hasStandIns = false): Promise<number> {
  let failures: WholeFailures | null = null
  const server = createServer((asked, answer) => {
    treatAnswer(asked, answer, failures?.isOurs(asked) ? null : failures)
    handle(asked, answer)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, () => resolve()))
  const { port } = server.address() as AddressInfo
  if (hasStandIns) failures = new WholeFailures(port)
  return port
}

type Got = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string }

function ask(port: number, path: string, encoding = 'identity', method = 'GET'): Promise<Got> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, method, headers: { 'accept-encoding': encoding } }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const body = Buffer.concat(parts)
        const how = answer.headers['content-encoding']
        const opened = how === 'br' ? brotliDecompressSync(body) : how === 'gzip' ? gunzipSync(body) : body
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text: opened.toString('utf8') })
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

const page =
  (html: string, status = 200): RequestListener =>
  (_, answer) => {
    answer.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' })
    // In two parts, one of them in the middle of a letter of three bytes.
    const bytes = Buffer.from(html)
    answer.write(bytes.subarray(0, 45))
    answer.end(bytes.subarray(45))
  }

test('a worker page is made plain and compressed as the browser likes it', async () => {
  const port = await serve(page(PLAIN))
  for (const [accepted, sent] of [
    ['gzip, deflate, br', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', undefined],
  ] as const) {
    const got = await ask(port, '/vi', accepted)
    expect(got.headers['content-encoding']).toBe(sent)
    expect(got.headers.vary).toBe('Accept-Encoding')
    expect(got.text).toBe('<!DOCTYPE html><html><body><main>Xin chào</main></body></html>')
  }
})

test('a page of the staff keeps its scripts', async () => {
  expect((await ask(await serve(page(STAFF)), '/en/cases', 'br')).text).toBe(STAFF)
})

test('redirects, files and answers without a body stay as they are', async () => {
  const port = await serve((asked, answer) => {
    if (asked.url === '/moved') answer.writeHead(303, { Location: '/there', 'Content-Type': 'text/html' }).end()
    else answer.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': 3 }).end(Buffer.from([1, 2, 3]))
  })
  const moved = await ask(port, '/moved', 'br', 'POST')
  expect([moved.status, moved.headers.location, moved.text]).toEqual([303, '/there', ''])
  const file = await ask(port, '/file', 'br')
  expect([file.headers['content-encoding'], file.headers['content-length']]).toEqual([undefined, '3'])
  expect((await ask(port, '/file', 'br', 'HEAD')).headers['content-length']).toBe('3')
})

test('a long text goes out compressed while it is written', async () => {
  const line = 'a row of a table\n'.repeat(10_000)
  const port = await serve((_, answer) => {
    answer.setHeader('Content-Type', 'text/csv')
    answer.write(line)
    answer.end(line)
  })
  const got = await ask(port, '/export', 'gzip')
  expect(got.headers['content-encoding']).toBe('gzip')
  expect(got.text).toBe(line + line)
})

test('a worker page that failed is replaced by a whole one with the number, and its status stays', async () => {
  const port = await serve((asked, answer) => {
    if (asked.url?.startsWith('/vi/failed')) {
      page(`<html data-plain=""><main>${asked.url}</main><a href="/en/failed?number=77">English</a></html>`)(
        asked,
        answer,
      )
    } else page(SHELL, 500)(asked, answer)
  }, true)
  const got = await ask(port, '/vi/report/story?back=check&x=1', 'br')
  expect(got.status).toBe(500)
  expect(got.text).toContain('<main>/vi/failed?number=77</main>')
  // The other language is that of the page that was asked for.
  expect(got.text).toContain('href="/en/report/story?back=check&amp;x=1"')
})

test('when the page for failures fails, too, its words remain', async () => {
  const got = await ask(await serve(page(SHELL, 500), true), '/vi/report', 'gzip')
  expect(got.text).toContain('<h1>')
  expect(got.text).toContain('77')
})

test('a file of the build is kept compressed under its own name, never under one with a question', async () => {
  const compress = vi.spyOn(compression, 'compressOnce')
  const port = await serve((_, answer) => {
    answer.writeHead(200, { 'Content-Type': 'text/javascript', ETag: '"a"' })
    answer.end('next()\n'.repeat(200))
  })
  for (const question of ['?1', '?2', '?dpl=x']) {
    const got = await ask(port, `/_next/static/chunks/x.js${question}`, 'br')
    expect(got.text).toBe('next()\n'.repeat(200))
  }
  expect(compress).not.toHaveBeenCalled()
  const got = await ask(port, '/_next/static/chunks/x.js', 'br')
  expect([got.headers['content-encoding'], got.headers.etag]).toEqual(['br', 'W/"a"'])
  expect(compress.mock.calls.map(([name]) => name)).toEqual(['/_next/static/chunks/x.js'])
  compress.mockRestore()
})

test('an answer that cannot be made ends the line instead of hanging', async () => {
  const compress = vi.spyOn(compression, 'compressPage').mockRejectedValue(new Error('no memory'))
  await expect(ask(await serve(page(PLAIN)), '/vi', 'br')).rejects.toThrow(/hang up|reset|terminated|aborted|failed/u)
  compress.mockRestore()
  const once = vi.spyOn(compression, 'compressOnce').mockRejectedValue(new Error('no memory'))
  const script: RequestListener = (_, answer) => {
    answer.writeHead(200, { 'Content-Type': 'text/javascript' }).end('next()\n'.repeat(200))
  }
  await expect(ask(await serve(script), '/_next/static/chunks/y.js', 'br')).rejects.toThrow(
    /hang up|reset|terminated|aborted|failed/u,
  )
  once.mockRestore()
})

test('an address that is none gets its failure page, too', async () => {
  const port = await serve(page(SHELL, 500), true)
  expect((await ask(port, '//', 'gzip')).text).toContain('<h1>')
})

test('each of several cookies stays', async () => {
  const port = await serve((_, answer) => {
    answer.setHeader('Set-Cookie', 'old=0')
    answer.writeHead(200, ['Set-Cookie', 'a=1', 'Content-Type', 'text/plain', 'Set-Cookie', 'b=2'])
    answer.end('x')
  })
  expect((await ask(port, '/x')).headers['set-cookie']).toEqual(['a=1', 'b=2'])
})

const TYPED = contentSecurityPolicy('abc', false)
const withPolicy =
  (html: string): RequestListener =>
  (_, answer) => {
    answer.setHeader('Content-Security-Policy', TYPED)
    answer.setHeader('ETag', '"1"')
    page(html)(_, answer)
  }

test('a staff page gets its policy for Trusted Types before every other script, in whatever parts it comes', async () => {
  const html = `<!DOCTYPE html><html lang="en" dir="ltr"><head><script src="/a.js"></script></head><body>案件</body></html>`
  for (const encoding of ['identity', 'gzip']) {
    const { text, headers } = await ask(await serve(withPolicy(html)), '/en/cases', encoding)
    expect(text.replace(/<script nonce="abc">[^<]*<\/script>/u, '')).toBe(html)
    expect(text).toMatch(/<head><script nonce="abc">/u)
    expect(headers.etag).toBeUndefined()
  }
  const noHead = await ask(await serve(withPolicy(STAFF)), '/en/cases')
  expect(noHead.text).toBe(STAFF)
})

test('a worker page that is made plain requires Trusted Types of our own script', async () => {
  const { headers, text } = await ask(await serve(withPolicy(PLAIN)), '/vi')
  expect(headers['content-security-policy']).toContain('trusted-types pages worker')
  expect(text).not.toContain('<script')
})

test('a form that nobody can read is answered with 400 and words, once', async () => {
  const port = await serve((asked, answer) => {
    answer.setHeader('X-Request-Id', asked.url ?? '')
    answer.writeHead(500, { 'Content-Type': 'text/plain' })
    answer.end('Internal Server Error')
  })
  noteUnreadable('/vi/report')
  const got = await ask(port, '/vi/report', 'gzip', 'POST')
  expect(got.status).toBe(400)
  expect(got.headers['content-type']).toBe('text/html; charset=utf-8')
  expect(got.text).toContain('<html lang="vi">')
  expect(got.text).not.toContain('Internal')
  expect((await ask(port, '/vi/report', 'gzip', 'POST')).status).toBe(500)
  noteUnreadable('/vi/report')
  expect((await ask(port, '/vi/report', 'gzip', 'GET')).status).toBe(500)
})
