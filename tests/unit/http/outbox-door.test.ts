import { describe, expect, test } from 'vitest'
import { readLimited } from '@/lib/http/read-limited'
import { isSameOrigin } from '@/lib/http/same-origin'

describe('where a post comes from', () => {
  test.each([
    [{ 'sec-fetch-site': 'same-origin' }, true],
    [{ 'sec-fetch-site': 'cross-site', origin: 'https://us.example', host: 'us.example' }, false],
    [{ 'sec-fetch-site': 'none' }, false],
    [{ origin: 'https://us.example', host: 'us.example' }, true],
    [{ origin: 'https://us.example:8443', host: 'us.example' }, false],
    [{ origin: 'https://them.example', host: 'us.example' }, false],
    [{ origin: 'null', host: 'us.example' }, false],
    [{ host: 'us.example' }, false],
  ] as const)('%j: %s', (headers, isOurs) => {
    expect(isSameOrigin(new Headers(headers))).toBe(isOurs)
  })
})

describe('a body that may be too long', () => {
  const post = (body: BodyInit, headers: HeadersInit = {}) =>
    new Request('https://us.example', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

  test('is read when it is not', async () => {
    expect(await readLimited(post('hộ chiếu'), 20)).toBe('hộ chiếu')
    expect(await readLimited(post(''), 0)).toBe('')
  })

  test('is refused by what it says and by what it is', async () => {
    expect(await readLimited(post('x', { 'content-length': '1000' }), 20)).toBeNull()
    let asked = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (stream) => {
        asked += 1
        stream.enqueue(new Uint8Array(8))
      },
    })
    expect(await readLimited(post(endless), 20)).toBeNull()
    expect(asked).toBeLessThan(8)
  })
})
