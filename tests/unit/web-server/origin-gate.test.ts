import { createServer, request, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { boundBody } from '@/lib/web-server/bounded-body'
import { FileForms } from '@/lib/web-server/file-forms'
import { refusalCounts } from '@/lib/platform/refusal-counts'
import { OriginGate } from '@/lib/web-server/origin-gate'

const OURS = 'https://us.example'
const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

type Arrived = { readonly body: string; readonly origin: string | undefined; readonly host: string | undefined }

/** A server behind the gate; `arrived` is what went on to act. */
async function serve(secret = 'a secret of thirty-two characters'): Promise<{ port: number; arrived: Arrived[] }> {
  const gate = new OriginGate({ PUBLIC_URL: OURS }, secret)
  const forms = new FileForms(0)
  const arrived: Arrived[] = []
  const server = createServer((asked, answer) => {
    const act = () => {
      const { origin, host } = asked.headers
      let body = ''
      asked.on('data', (part: Buffer) => (body += part.toString('utf8')))
      asked.on('end', () => {
        arrived.push({ body, origin, host })
        answer.end('done')
      })
    }
    const goesOn = gate.judge(asked, answer, () => boundBody(asked, answer, forms))
    if (goesOn === true) act()
    else if (goesOn !== false) void goesOn.then((isAllowed) => isAllowed && act())
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, () => resolve()))
  return { port: (server.address() as AddressInfo).port, arrived }
}

type Got = { readonly status: number; readonly text: string; readonly headers: IncomingHttpHeaders }
type Sent = {
  readonly path?: string
  readonly headers?: Record<string, string>
  readonly body?: string
  readonly method?: string
}

function send(
  port: number,
  { path = '/vi/report', headers = {}, body = 'name=Linh', method = 'POST' }: Sent,
): Promise<Got> {
  const type = { 'content-type': 'application/x-www-form-urlencoded', host: 'us.example' }
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, method, headers: { ...type, ...headers } }, (answer) => {
      let text = ''
      answer.on('data', (part: Buffer) => (text += part.toString('utf8')))
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text, headers: answer.headers }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** What the asking page would send when its button is pressed. */
function pressed({ text, headers }: Got): { body: string; cookie: string } {
  const fields = [...text.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/gu)]
  const plain = (html = '') =>
    html
      .replaceAll('&lt;', '<')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
  const body = new URLSearchParams(fields.map(([, name, value]) => [plain(name), plain(value)])).toString()
  return { body, cookie: (headers['set-cookie']?.[0] ?? '').split(';')[0] ?? '' }
}

test('a form of ours goes on as it came', async () => {
  const { port, arrived } = await serve()
  const headers = { origin: OURS, 'sec-fetch-site': 'same-origin' }
  expect((await send(port, { headers })).status).toBe(200)
  expect(arrived).toEqual([{ body: 'name=Linh', origin: OURS, host: 'us.example' }])
})

test('Tor Browser’s null origin goes on under our name, which Next asks for', async () => {
  const { port, arrived } = await serve()
  const headers = { origin: 'null', 'sec-fetch-site': 'same-origin', 'x-forwarded-host': 'them.example' }
  expect((await send(port, { headers })).status).toBe(200)
  expect(arrived).toMatchObject([{ origin: OURS, host: 'us.example' }])
})

test.each([
  ['/vi/report', { origin: 'https://them.example', 'sec-fetch-site': 'cross-site' }],
  ['/vi/report', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
  ['/en/cases/K7M4-Q9XD', { origin: 'https://them.example' }],
  ['/api/v1/files', { origin: 'https://them.example' }],
  ['/api/v1/files', {}],
  ['/api/v1/files', { origin: 'null' }],
  ['/assets/main.js', { origin: 'https://them.example' }],
  ['/en/cases', { 'next-action': '40aa', origin: 'null' }],
  ['/en/cases', { 'content-type': 'text/plain' }],
])('%s from elsewhere is refused, and nothing of it arrives: %j', async (path, headers) => {
  const { port, arrived } = await serve()
  const got = await send(port, { path, headers })
  expect([got.status, arrived.length]).toEqual([403, 0])
  expect(got.headers['set-cookie']).toBeUndefined()
  expect(got.text).not.toContain('<form')
})

describe('a browser that tells nothing', () => {
  const story = 'It\'s <b>"mine"</b> & theirs\r\nXin chào 你好'
  const typed = new URLSearchParams({ $ACTION_ID_aa: '', story }).toString()

  test('is asked once, with what was typed, and then heard', async () => {
    const { port, arrived } = await serve()
    const asked = await send(port, { headers: { origin: 'null' }, body: typed })
    expect([asked.status, arrived.length]).toEqual([403, 0])
    expect(asked.headers['set-cookie']?.[0]).toMatch(
      /^__Host-proof=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Secure$/u,
    )
    expect(asked.text).not.toContain('<b>')
    const { body, cookie } = pressed(asked)
    expect((await send(port, { headers: { origin: 'null', cookie }, body })).status).toBe(200)
    expect(new URLSearchParams(arrived[0]?.body).get('story')).toBe(story)
    expect(arrived[0]?.origin).toBe(OURS)
  })

  test('a proof fits one address, one session and one server, and only with its cookie', async () => {
    const { port, arrived } = await serve()
    const session = '__Host-session=one'
    const asked = await send(port, { headers: { cookie: session }, body: typed })
    const { body, cookie } = pressed(asked)
    const other = await serve('another secret of thirty-two letters')
    const attempts = [
      send(port, { headers: { cookie: session }, body }),
      send(port, { headers: { cookie: `${cookie}; __Host-session=two` }, body }),
      send(port, { headers: { cookie }, body }),
      send(port, { headers: { cookie: `${cookie}x; ${session}` }, body }),
      send(port, { headers: { cookie: `${cookie}; ${session}` }, body, path: '/vi/track' }),
      send(port, {
        headers: { cookie: `${cookie}; ${session}` },
        body: body.replace(/form_proof=\d/u, 'form_proof=9'),
      }),
      send(other.port, { headers: { cookie: `${cookie}; ${session}` }, body }),
    ]
    for (const got of await Promise.all(attempts)) expect(got.status).toBe(403)
    expect([...arrived, ...other.arrived]).toEqual([])
    expect((await send(port, { headers: { cookie: `${cookie}; ${session}` }, body })).status).toBe(200)
  })

  test('files cannot be asked for again', async () => {
    const { port, arrived } = await serve()
    const got = await send(port, { path: '/vi/files', headers: { origin: 'null' } })
    expect([got.status, got.text.includes('<form'), arrived.length]).toEqual([403, false, 0])
  })
})

test('what another site pulls into its page is refused; a link is not', async () => {
  const { port } = await serve()
  const cross = { 'sec-fetch-site': 'cross-site' }
  const picture = await send(port, {
    method: 'GET',
    path: '/vi/leave',
    headers: { ...cross, 'sec-fetch-mode': 'no-cors' },
    body: '',
  })
  expect(picture.status).toBe(403)
  const link = { ...cross, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }
  expect((await send(port, { method: 'GET', path: '/vi/leave', headers: link, body: '' })).status).toBe(200)
})

test('what comes from another site is counted, ten at a time, and nothing of it', async () => {
  globalThis.fairPassageRefusals = undefined
  const { port, arrived } = await serve()
  for (let times = 0; times < 10; times += 1) await send(port, { headers: { origin: 'https://elsewhere.example' } })
  expect(arrived).toEqual([])
  expect(refusalCounts()).toEqual([{ labels: { what: 'origin' }, count: 10 }])
})
