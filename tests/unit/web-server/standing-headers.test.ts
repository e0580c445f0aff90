import { createServer, get, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { servedAt, type Addresses } from '@/lib/platform/served-addresses'
import { answerSecurityText } from '@/lib/web-server/security-txt'
import { standingHeaders } from '@/lib/web-server/standing-headers'

const ONION = `http://${'c'.repeat(56)}.onion`
const BOTH = { PUBLIC_URL: 'https://us.example', ONION_URL: ONION }
const AT = new Date('2026-11-21T00:00:00Z')

const servers: Server[] = []
afterEach(() => servers.splice(0).forEach((server) => server.close()))

async function ask(
  addresses: Addresses & { SECURITY_CONTACT?: string },
  host: string,
  path: string,
): Promise<{ headers: IncomingHttpHeaders; text: string }> {
  const server = createServer((asked, answer) => {
    standingHeaders(asked, answer, servedAt(asked.headers.host, addresses).own, addresses)
    if (!answerSecurityText(asked, answer, addresses, AT)) answer.end('page')
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, () => resolve()))
  return new Promise((resolve) =>
    get({ port: (server.address() as AddressInfo).port, path, headers: { host } }, (answer) => {
      let text = ''
      answer.on('data', (part: Buffer) => (text += part.toString('utf8')))
      answer.on('end', () => resolve({ headers: answer.headers, text }))
    }),
  )
}

test('every answer is for us alone: no sniffing, no frame, no other site', async () => {
  for (const path of ['/vi', '/api/health', '/assets/main.js', '/_next/static/a.js', '/icon.svg', '/nowhere']) {
    const { headers } = await ask(BOTH, 'us.example', path)
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'referrer-policy': 'same-origin',
      'strict-transport-security': 'max-age=63072000; includeSubDomains',
    })
    expect(headers['permissions-policy']).toContain('geolocation=()')
    expect(headers['x-powered-by']).toBeUndefined()
  }
  const { headers } = await ask(BOTH, 'us.example', '/icon.svg')
  expect(headers['content-security-policy']).toContain("default-src 'none'")
})

test('an onion over http asks for no https and names itself nowhere', async () => {
  const onion = new URL(ONION).host
  for (const addresses of [BOTH, { PUBLIC_URL: ONION }]) {
    const { headers } = await ask(addresses, onion, '/vi')
    expect(headers['strict-transport-security']).toBeUndefined()
    expect(headers['onion-location']).toBeUndefined()
  }
})

test.each([
  ['/vi/report?x=1', `${ONION}/vi/report?x=1`],
  ['/', `${ONION}/`],
  ['//them.example/', `${ONION}/`],
  ['/vi/"><b>', `${ONION}/`],
])('the open address says where the onion is: %s', async (path, expected) => {
  expect((await ask(BOTH, 'us.example', path)).headers['onion-location']).toBe(expected)
})

test('data and files name no onion, nor does an installation without one', async () => {
  for (const path of ['/api/v1/public', '/assets/main.js'])
    expect((await ask(BOTH, 'us.example', path)).headers['onion-location']).toBeUndefined()
  expect(
    (await ask({ PUBLIC_URL: 'https://us.example' }, 'us.example', '/vi')).headers['onion-location'],
  ).toBeUndefined()
})

test('http on this machine is not made https', async () => {
  const { headers } = await ask({ PUBLIC_URL: 'http://localhost:3000' }, 'localhost:3000', '/vi')
  expect(headers['strict-transport-security']).toBeUndefined()
})

test('who is told about holes, where somebody is named', async () => {
  const contact = 'mailto:security@us.example'
  const { text } = await ask({ ...BOTH, SECURITY_CONTACT: contact }, 'us.example', '/.well-known/security.txt')
  expect(text.split('\n')).toEqual([
    `Contact: ${contact}`,
    'Expires: 2027-05-20T00:00:00Z',
    'Canonical: https://us.example/.well-known/security.txt',
    '',
  ])
  expect((await ask(BOTH, 'us.example', '/.well-known/security.txt')).text).toBe('page')
})
