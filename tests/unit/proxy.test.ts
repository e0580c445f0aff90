import { NextRequest } from 'next/server'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { proxy } from '@/proxy'

function ask(path: string, headers: Record<string, string> = {}) {
  return proxy(new NextRequest(`http://localhost:3000${path}`, { headers }))
}

describe('the language of an address', () => {
  it('an address without one goes to the reader’s', () => {
    const answer = ask('/report/what?x=1', { 'accept-language': 'vi' })
    expect(answer.status).toBe(307)
    expect(answer.headers.get('location')).toBe('http://localhost:3000/vi/report/what?x=1')
    expect(answer.headers.get('vary')).toBe('Accept-Language')
  })

  it.each([
    ['/zh/report/what?x=1', '/zh-Hans/report/what?x=1'],
    ['/zh-hans', '/zh-Hans'],
    ['/zh-cn/help', '/zh-Hans/help'],
    ['/VI/fees', '/vi/fees'],
    ['/tl/fees', '/fil/fees'],
    ['/ko/fees', '/th/ko/fees'],
  ])('%s goes to %s', (path, target) => {
    expect(ask(path, { 'accept-language': 'th' }).headers.get('location')).toBe(`http://localhost:3000${target}`)
  })

  it.each(LOCALES.map((locale) => `/${locale}/report`))('%s stays', (path) => {
    expect(ask(path).headers.get('location')).toBeNull()
  })

  it.each(['/en', '/vi/report', '/', '/api/health'])('%s stays', (path) => {
    expect(ask(path).headers.get('location')).toBeNull()
  })

  it('a file that is not there is not a page', () => {
    expect(ask('/favicon.ico').status).toBe(404)
  })
})

describe('the headers of every answer', () => {
  it('a new nonce and request id each time, no cookie, nothing kept', () => {
    const [first, second] = [ask('/en'), ask('/en')]
    expect(first.headers.get('content-security-policy')).not.toBe(second.headers.get('content-security-policy'))
    expect(first.headers.get('x-request-id')).not.toBe(second.headers.get('x-request-id'))
    expect(first.headers.get('set-cookie')).toBeNull()
    expect(first.headers.get('cache-control')).toBe('private, no-store')
    expect(first.headers.get('referrer-policy')).toBe('same-origin')
  })

  it('data answers may load nothing', () => {
    expect(ask('/api/v1/anything').headers.get('content-security-policy')).toContain("default-src 'none'")
  })
})

it('a file that somebody sent may load and run nothing, wherever it is handed out', () => {
  const id = '0193d2f0-0000-7000-8000-00000000abcd'
  for (const path of [`/en/cases/K7M4-Q9XD/files/${id}`, `/km/track/case/files/${id}`])
    expect(ask(path).headers.get('content-security-policy'), path).toBe("sandbox; default-src 'none'")
  expect(ask('/km/track/case/files').headers.get('content-security-policy')).toContain("script-src 'self'")
})
