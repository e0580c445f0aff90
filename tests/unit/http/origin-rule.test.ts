import { describe, expect, test } from 'vitest'
import { isPulledIn, isUnsafe, toldOrigin } from '@/lib/http/origin-rule'
import { isSecure, servedAt } from '@/lib/platform/served-addresses'

const ONION = `http://${'a'.repeat(56)}.onion`
const ADDRESSES = { PUBLIC_URL: 'https://us.example', ONION_URL: ONION, OTHER_URLS: ['https://www.us.example/'] }

const told = (headers: Record<string, string>) => (name: string) => headers[name] ?? null
const at = (host: string | undefined) => servedAt(host, ADDRESSES)

describe('where an unsafe request comes from', () => {
  test.each([
    ['a form of ours', { 'sec-fetch-site': 'same-origin', origin: 'https://us.example' }, 'ours'],
    ['Tor Browser, no referrer', { 'sec-fetch-site': 'same-origin', origin: 'null' }, 'ours'],
    ['no origin, but the site', { 'sec-fetch-site': 'same-origin' }, 'ours'],
    ['an old browser', { origin: 'https://us.example' }, 'ours'],
    ['Firefox of 2018', { referer: 'https://us.example/vi/report' }, 'ours'],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://them.example' }, 'elsewhere'],
    ['another site without a name', { 'sec-fetch-site': 'cross-site', origin: 'null' }, 'elsewhere'],
    ['a neighbour', { 'sec-fetch-site': 'same-site', origin: 'https://blog.us.example' }, 'elsewhere'],
    ['a neighbour that claims us', { 'sec-fetch-site': 'same-site', origin: 'https://us.example' }, 'elsewhere'],
    ['another site, old browser', { origin: 'https://them.example' }, 'elsewhere'],
    ['another port', { origin: 'https://us.example:8443' }, 'elsewhere'],
    ['another scheme', { origin: 'http://us.example' }, 'elsewhere'],
    ['a name that only begins like ours', { origin: 'https://us.example.them.example' }, 'elsewhere'],
    ['what contradicts itself', { 'sec-fetch-site': 'same-origin', origin: 'https://them.example' }, 'elsewhere'],
    ['another site, Firefox of 2018', { referer: 'https://them.example/https://us.example/' }, 'elsewhere'],
    ['a referrer that is none', { referer: 'us.example' }, 'elsewhere'],
    ['the onion on the open address', { origin: ONION }, 'elsewhere'],
    ['nothing told', {}, 'untold'],
    ['a sandbox, old browser', { origin: 'null' }, 'untold'],
    ['null with a referrer', { origin: 'null', referer: 'https://us.example/' }, 'untold'],
    ['typed by somebody', { 'sec-fetch-site': 'none' }, 'untold'],
  ] as const)('%s', (_, headers, expected) => {
    expect(toldOrigin(told(headers), at('us.example'))).toBe(expected)
  })

  test('each address of ours is a site of its own', () => {
    const host = new URL(ONION).host
    expect(toldOrigin(told({ origin: ONION }), at(host))).toBe('ours')
    expect(toldOrigin(told({ origin: 'https://us.example' }), at(host))).toBe('elsewhere')
    expect(toldOrigin(told({ origin: 'https://www.us.example' }), at('www.us.example'))).toBe('ours')
  })

  test('a proxy that hides the host: any address of ours, and never the host that was named', () => {
    const hidden = at('10.0.0.7:3000')
    expect(hidden).toMatchObject({ own: 'https://us.example', isHostKnown: false })
    for (const origin of ['https://us.example', ONION]) expect(toldOrigin(told({ origin }), hidden)).toBe('ours')
    expect(toldOrigin(told({ origin: 'http://10.0.0.7:3000' }), hidden)).toBe('elsewhere')
  })

  test('on a machine of one’s own every name of it is taken', () => {
    const local = servedAt('192.168.1.20:3000', { PUBLIC_URL: 'http://localhost:3000' })
    expect(toldOrigin(told({ origin: 'http://192.168.1.20:3000' }), local)).toBe('ours')
    expect(toldOrigin(told({ origin: 'https://192.168.1.20:3000' }), local), 'a tunnel').toBe('ours')
    for (const origin of ['http://them.example', 'http://localhost:3000'])
      expect(toldOrigin(told({ origin }), local)).toBe('elsewhere')
    expect(servedAt(undefined, { PUBLIC_URL: 'http://localhost:3000' }).own).toBe('http://localhost:3000')
    expect(servedAt('a b', { PUBLIC_URL: 'http://localhost:3000' }).own).toBe('http://localhost:3000')
  })

  test('everything that is not for reading counts', () => {
    expect(['POST', 'PUT', 'PATCH', 'DELETE', 'post', 'PROPFIND'].every(isUnsafe)).toBe(true)
    expect(['GET', 'HEAD', 'OPTIONS', undefined].some(isUnsafe)).toBe(false)
  })
})

test('Secure cookies where the address is https, not on an onion over http', () => {
  expect([isSecure('https://us.example'), isSecure(ONION)]).toEqual([true, false])
})

describe('what another site pulls into its page', () => {
  const cross = { 'sec-fetch-site': 'cross-site' }
  test.each([
    ['a link', { ...cross, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' }, '/vi', false],
    [
      'the way back from a provider',
      { ...cross, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' },
      '/api/auth/office/0190a000',
      false,
    ],
    [
      'the way back inside a page',
      { ...cross, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
      '/api/auth/office/0190a000',
      true,
    ],
    ['the way back as a request', { ...cross, 'sec-fetch-mode': 'no-cors' }, '/api/auth/office/0190a000', true],
    ['a frame', { ...cross, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' }, '/vi', true],
    ['a picture', { ...cross, 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' }, '/vi/leave', true],
    ['a request', { ...cross, 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' }, '/api/v1/files', true],
    ['a neighbour’s script', { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }, '/assets/main.js', true],
    ['open numbers', { ...cross, 'sec-fetch-mode': 'cors' }, '/api/v1/public/measures', false],
    ['nearly open numbers', { ...cross, 'sec-fetch-mode': 'cors' }, '/api/v1/publications', true],
    ['our own', { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'cors' }, '/api/v1/files', false],
    ['typed', { 'sec-fetch-site': 'none', 'sec-fetch-mode': 'navigate' }, '/vi', false],
    ['an old browser', {}, '/vi', false],
  ] as const)('%s', (_, headers, pathname, expected) => {
    expect(isPulledIn(told(headers), pathname)).toBe(expected)
  })
})
