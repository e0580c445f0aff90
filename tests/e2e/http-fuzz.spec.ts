import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import path from 'node:path'
import fc from 'fast-check'
import { addresses } from '../support/addresses'
import { expect, test } from '../support/browser'
import { HOSTILE_TEXTS } from '../support/hostile-texts'

// What no browser would send, to every address of the server that serves: docs/security.md, Fuzzing. FUZZ_RUNS=10000 is the long mode.

const IS_LONG = process.env['FUZZ_RUNS'] !== undefined
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 400)
const AT_ONCE = 6
const PATIENCE_MS = 30_000
/** Who says that more will come, and sends nothing, is waited for. */
const WAITING_MS = 2_000
/** Stands in everything that is sent. */
const WORD = 'Nguyen-Thi-Lan-0907654321'
const LOG = path.join('test-results', 'server.log')

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY', 'get', 'PRI']
const TYPES = [
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'multipart/form-data; boundary=""',
  'application/x-www-form-urlencoded',
  'application/json',
  'application/json; charset=utf-16',
  'text/plain;charset=UTF-8',
  'text/x-component',
  'application/octet-stream',
  ',;=',
]
const PIECES = [
  '%',
  '%zz',
  '%00',
  '%c0%af',
  '%ff',
  '..%2f',
  '..',
  '.',
  '%2e%2e',
  '%252e',
  '\\',
  ';a=b',
  '@',
  '__proto__',
  'null',
  'NaN',
  '-1',
  '9'.repeat(400),
  'zh-Hans',
  '[id]',
  '(staff)',
  '_next',
  'constructor',
]

const hostile = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.nat(3_000).map((length) => 'x'.repeat(length)),
)
/** As it may stand in a line of a request: what would end the line is left out. */
const inLine = hostile.map((text) => text.replaceAll(/[\r\n\0]/gu, ''))
const piece = fc.oneof(
  fc.constantFrom(...PIECES),
  hostile.map((text) => encodeURIComponent(text.replaceAll(/[\uD800-\uDFFF]/gu, ''))),
  fc.constant(WORD),
)
const target = fc.oneof(
  { arbitrary: fc.constantFrom(...addresses()), weight: 4 },
  fc.tuple(fc.constantFrom(...addresses()), fc.nat(6), piece).map(([address, at, instead]) =>
    address
      .split('/')
      .with(Math.min(at + 1, address.split('/').length - 1), instead)
      .join('/'),
  ),
  fc.array(piece, { maxLength: 6 }).map((parts) => `/${parts.join('/')}`),
  fc.constantFrom(
    '//',
    '*',
    'http://them.example/en',
    '/_next/static/x.js',
    '/assets/main-x.js',
    '/_next/image?url=x',
    '/en?_rsc=1',
  ),
)
const query = fc
  .array(fc.tuple(piece, piece), { maxLength: 4 })
  .map((pairs) => pairs.map(([name, value]) => `${name}=${value}`))
const NAMES = [
  'caseId',
  'story',
  'code',
  'next',
  'password',
  '$ACTION_ID_',
  '$ACTION_REF_1',
  '$ACTION_1:0',
  '$ACTION_KEY',
  '__proto__',
  'file',
  '0',
  '1_$ACTION_ID',
  '',
]
const HEADERS = [
  'cookie',
  'accept-language',
  'accept',
  'accept-encoding',
  'range',
  'if-none-match',
  'if-modified-since',
  'next-action',
  'rsc',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-url',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-forwarded-for',
  'x-middleware-subrequest',
  'x-request-id',
  'x-own-question',
  'x-invoke-path',
  'authorization',
  'referer',
  'sec-fetch-site',
  'sec-fetch-dest',
  'content-encoding',
  'upgrade',
  'expect',
  'content-length',
  'transfer-encoding',
  'host',
  'user-agent',
]
const COOKIES = ['draft', 'case', 'proof', 'next-auth.session-token', 'form', 'kiosk', 'seen', '__Host-draft', '=']
const header = fc.oneof(
  fc.tuple(
    fc.constantFrom(...HEADERS),
    fc.oneof(inLine, fc.constantFrom('1', '*', 'gzip', 'chunked', 'bytes=0-', 'same-origin')),
  ),
  fc
    .tuple(fc.constantFrom(...COOKIES), inLine)
    .map(([name, value]): [string, string] => ['cookie', `${name}=${value}`]),
)
const body = fc.oneof(
  fc.constant(''),
  hostile,
  fc.json(),
  fc
    .array(fc.tuple(fc.constantFrom(...NAMES), hostile), { maxLength: 8 })
    .map(
      (fields) =>
        `${fields.map(([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`).join('')}--x--\r\n`,
    ),
)
const sent = fc.record({
  method: fc.oneof({ arbitrary: fc.constantFrom('GET', 'POST'), weight: 3 }, fc.constantFrom(...METHODS)),
  target,
  query,
  headers: fc.array(header, { maxLength: 5 }),
  type: fc.option(fc.constantFrom(...TYPES), { nil: null, freq: 4 }),
  body,
  isOurs: fc.boolean(),
  network: fc.tuple(fc.nat(255), fc.nat(255)),
})
type Sent = typeof sent extends fc.Arbitrary<infer S> ? S : never

/** The bytes of a request as they are written, past every rule of a client. */
function bytesOf(
  { method, target: address, query: asked, headers, type, body: content, isOurs, network }: Sent,
  base: URL,
): Buffer {
  const bytes = Buffer.from(`${WORD}${content}`)
  const hasBody = method !== 'GET' && method !== 'HEAD'
  const own = new Set(headers.map(([name]) => name))
  const lines = [
    `${method} ${[address, asked.concat(`w=${WORD}`).join('&')].join('?').replaceAll(/[ \r\n\0]/gu, '+')} HTTP/1.1`,
    ...(own.has('host') ? [] : [`host: ${base.host}`]),
    ...(own.has('x-forwarded-for') ? [] : [`x-forwarded-for: 10.77.${network.join('.')}`]),
    ...(isOurs ? [`origin: ${base.origin}`] : []),
    ...(type === null ? [] : [`content-type: ${type}`]),
    ...headers.map(([name, value]) => `${name}: ${value}`),
    `x-word: ${WORD}`,
    ...(hasBody && !own.has('content-length') && !own.has('transfer-encoding')
      ? [`content-length: ${bytes.length}`]
      : []),
    'connection: close',
  ]
  return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`), hasBody ? bytes : Buffer.alloc(0)])
}

/** The status that a request is answered with; 0 when the line ended without one, null when nothing came. */
function statusOf(bytes: Buffer, base: URL, patience: number): Promise<number | null> {
  return new Promise((resolve) => {
    let first = ''
    const line = connect({ host: '127.0.0.1', port: Number(base.port) }, () => line.write(bytes))
    const late = setTimeout(() => {
      line.destroy()
      resolve(null)
    }, patience)
    line.setEncoding('latin1').on('data', (text: string) => {
      if (first.length < 20) first += text.slice(0, 20)
    })
    line.on('error', () => undefined)
    line.on('close', () => {
      clearTimeout(late)
      resolve(Number(/^HTTP\/1\.1 (\d{3})/u.exec(first)?.[1] ?? 0))
    })
  })
}

test('nothing that anybody writes on the line makes the server fail, and no word of it is in the log @desktop', async ({
  baseURL,
}) => {
  test.setTimeout(120_000 + RUNS * 1_000)
  const base = new URL(baseURL ?? '')
  const samples = fc.sample(sent, { numRuns: RUNS, ...(IS_LONG ? {} : { seed: 20_261_122 }) })
  const failed: string[] = []
  const statuses = new Map<number | null, number>()
  const work = async () => {
    for (let given = samples.pop(); given !== undefined; given = samples.pop()) {
      const isWaiting = given.headers.some(([name]) => name === 'content-length' || name === 'transfer-encoding')
      const status = await statusOf(bytesOf(given, base), base, isWaiting ? WAITING_MS : PATIENCE_MS)
      statuses.set(status, (statuses.get(status) ?? 0) + 1)
      if ((status === null && !isWaiting) || (status !== null && status >= 500 && status !== 503))
        failed.push(`${status}: ${JSON.stringify(given).slice(0, 600)}`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  expect(failed).toEqual([])
  // Not everything may have been turned away at the first door.
  for (const status of [200, 307, 400, 403, 404])
    expect([...statuses.keys()], JSON.stringify([...statuses])).toContain(status)
  expect((await fetch(new URL('/api/health', base))).status).toBe(200)
  const log = readFileSync(LOG, 'utf8')
  expect(log).not.toContain(WORD)
  expect(log).not.toContain('0907654321')
  for (const line of log.trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow()
  test.info().annotations.push({ type: 'answers', description: JSON.stringify([...statuses]) })
})
