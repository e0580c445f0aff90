import { readFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import path from 'node:path'
import { expect, test } from '../support/browser'

// What the server says of itself when somebody sends what nobody can read: docs/adr/055.

const WORDS = 'Nguyen-Thi-Hoa-0901234567'
const LOG = path.join('test-results', 'server.log')

type Sent = { readonly path: string; readonly type: string; readonly body: string; readonly action?: string }

const MULTIPART = 'multipart/form-data; boundary=x'
const UNREADABLE: readonly Sent[] = [
  { path: '/vi/report', type: MULTIPART, body: `--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n${WORDS}` },
  { path: '/vi/report', type: 'multipart/form-data', body: WORDS },
  { path: '/vi/track', type: MULTIPART, body: '' },
  { path: '/en/sign-in', type: MULTIPART, body: `--x\r\n${WORDS}\r\n--x--` },
  { path: '/en/sign-in', type: 'text/plain;charset=UTF-8', body: `[${WORDS}`, action: 'known' },
  { path: '/en/sign-in', type: MULTIPART, body: `--x${WORDS}`, action: 'known' },
  { path: '/en/sign-in', type: 'text/plain;charset=UTF-8', body: '5', action: 'known' },
  { path: '/en/sign-in', type: 'text/plain;charset=UTF-8', body: `["${WORDS}"]`, action: WORDS },
  { path: '/vi/files', type: MULTIPART, body: WORDS },
  { path: '/api/v1/outbox', type: 'application/json', body: `{"${WORDS}` },
]

function send(base: string, sent: Sent, known: string): Promise<number> {
  const headers = {
    'content-type': sent.type,
    'content-length': Buffer.byteLength(sent.body),
    origin: base,
    'sec-fetch-site': 'same-origin',
    'user-agent': WORDS,
    referer: `${base}/${WORDS}`,
    ...(sent.action === undefined ? {} : { 'next-action': sent.action === 'known' ? known : sent.action }),
  }
  return new Promise((resolve, reject) => {
    const asked = ask(new URL(sent.path, base), { method: 'POST', headers }, (answered) => {
      answered.resume()
      answered.on('end', () => resolve(answered.statusCode ?? 0))
    })
    asked.on('error', reject)
    asked.end(sent.body)
  })
}

test('what nobody can read is no failure of ours, and its words are in no log @desktop', async ({ baseURL }) => {
  const manifest = readFileSync(path.join('.next-test', 'server', 'server-reference-manifest.json'), 'utf8')
  const [known = ''] = Object.keys((JSON.parse(manifest) as { node: Record<string, unknown> }).node)
  const base = baseURL ?? ''
  const failed: string[] = []
  for (const sent of UNREADABLE) {
    const status = await send(base, sent, known)
    if (status >= 500) failed.push(`${sent.path} ${sent.type} ${sent.body.slice(0, 20)}: ${status}`)
  }
  expect(failed).toEqual([])
  for (const address of [
    `/vi/${WORDS}`,
    `/en/cases/${WORDS}`,
    `/api/v1/statistics/${WORDS}`,
    `/en/data?measure=${WORDS}`,
  ])
    await fetch(new URL(address, base), { redirect: 'manual' })
  const log = readFileSync(LOG, 'utf8')
  expect(log).toContain('"event":"unreadable_request"')
  expect(log).not.toContain(WORDS)
  expect(log).not.toContain('0901234567')
  for (const line of log.trim().split('\n')) expect(() => JSON.parse(line) as unknown).not.toThrow()
})
