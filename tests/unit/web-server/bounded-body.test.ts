import { createServer, request, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { bodyLimitOf } from '@/lib/web-server/body-limits'
import { boundBody } from '@/lib/web-server/bounded-body'
import { FileForms } from '@/lib/web-server/file-forms'

const servers: Server[] = []
afterEach(() =>
  servers.splice(0).forEach((server) => {
    server.close()
    server.closeAllConnections()
  }),
)

/** A server that reads what it is sent; `heard` are the bytes of each body that came to an end. */
async function serve(hops = 0): Promise<{ port: number; heard: number[]; broken: () => number }> {
  const forms = new FileForms(hops)
  const heard: number[] = []
  let broken = 0
  const server = createServer((asked, answer) => {
    if (!boundBody(asked, answer, forms)) return
    let bytes = 0
    asked.on('data', (part: Buffer) => (bytes += part.length))
    asked.on('error', () => (broken += 1))
    asked.on('end', () => {
      heard.push(bytes)
      answer.end('read')
    })
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, () => resolve()))
  return { port: (server.address() as AddressInfo).port, heard, broken: () => broken }
}

type Sent = { readonly method: string; readonly path: string; readonly bytes: number; readonly isChunked?: boolean }

function send(port: number, { method, path, bytes, isChunked }: Sent): Promise<{ status: number; text: string }> {
  return new Promise((resolve) => {
    const headers = isChunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': bytes }
    const asked = request({ port, path, method, headers }, (answer) => {
      let text = ''
      answer.on('data', (part: Buffer) => (text += part.toString('utf8')))
      answer.on('close', () => resolve({ status: answer.statusCode ?? 0, text }))
    })
    asked.on('error', () => resolve({ status: 0, text: '' }))
    for (let left = bytes; left > 0; left -= 100_000) asked.write(Buffer.alloc(Math.min(left, 100_000)))
    asked.end()
  })
}

test.each([
  ['POST', '/vi/files', 26_738_688],
  ['POST', '/zh-Hans/files?x=1', 26_738_688],
  ['POST', '/api/files', 2_200_000],
  ['POST', '/vi/files/more', 2_200_000],
  ['POST', '/vi/report/files', 2_200_000],
  ['PUT', '/vi/files', 2_200_000],
  ['PUT', '/api/v1/files/0198/chunks/3', 300_000],
  ['POST', '/api/v1/files/0198/chunks/3', 2_200_000],
  ['POST', '/api/v1/outbox', 2_200_000],
  ['GET', '/', 2_200_000],
])('%s %s takes %i bytes', (method, address, bytes) => {
  expect(bodyLimitOf(method, address).bytes).toBe(bytes)
})

test('what fits is handed on as it came', async () => {
  const { port, heard } = await serve()
  for (const isChunked of [false, true])
    expect(await send(port, { method: 'POST', path: '/vi/report', bytes: 2_000_000, isChunked })).toEqual({
      status: 200,
      text: 'read',
    })
  expect(heard).toEqual([2_000_000, 2_000_000])
})

test('what says that it is too long is refused before it is read, in words or for programs', async () => {
  const { port, heard } = await serve()
  const page = await send(port, { method: 'POST', path: '/vi/report/story', bytes: 2_300_000 })
  expect([page.status, page.text.includes('<html lang="vi">')]).toEqual([413, true])
  const data = await send(port, { method: 'PUT', path: '/api/v1/files/1/chunks/0', bytes: 300_001 })
  expect([data.status, JSON.parse(data.text)]).toMatchObject([413, { code: 'too_large' }])
  expect(heard).toEqual([])
})

test('what turns out to be too long is cut, and never looks whole', async () => {
  const { port, heard, broken } = await serve()
  const cut = await send(port, { method: 'POST', path: '/api/v1/outbox', bytes: 9_000_000, isChunked: true })
  expect([0, 413]).toContain(cut.status)
  expect(heard).toEqual([])
  expect(broken()).toBe(1)
})

/** Begins a form with a file and leaves it open; says the status when it is answered. */
function beginForm(port: number, network: string): { status: Promise<number>; stop: () => void } {
  const headers = { 'content-length': 1_000, 'x-forwarded-for': network }
  const asked = request({ port, path: '/vi/files', method: 'POST', headers })
  asked.on('error', () => undefined)
  asked.write('x')
  const status = new Promise<number>((resolve) =>
    asked.on('response', (answer: IncomingMessage) => {
      resolve(answer.statusCode ?? 0)
      answer.resume()
    }),
  )
  return { status, stop: () => asked.destroy() }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 150))

test('a few forms with files come at once; the next one is told to come later, and finds room when one is done', async () => {
  const { port } = await serve()
  const open = Array.from({ length: 5 }, () => beginForm(port, '203.0.113.1'))
  await soon()
  expect(await beginForm(port, '203.0.113.2').status).toBe(503)
  open[0]?.stop()
  await soon()
  expect((await send(port, { method: 'POST', path: '/vi/files', bytes: 10 })).status).toBe(200)
})

test('one network does not take the places of all', async () => {
  const { port } = await serve(1)
  beginForm(port, '203.0.113.1')
  beginForm(port, '203.0.113.1')
  await soon()
  expect(await beginForm(port, '203.0.113.1').status).toBe(503)
  const other = beginForm(port, '203.0.113.2')
  expect(await Promise.race([other.status, soon().then(() => 'let in')])).toBe('let in')
})
