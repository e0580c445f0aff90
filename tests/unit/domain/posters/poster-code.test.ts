import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pagePathOf } from '@/lib/domain/page-path'
import { POSTER_CODE_BYTES, posterCodeFrom, readPosterCode, viaQuery } from '@/lib/domain/posters/poster-code'

it('a code made is a code read, also typed in capitals with a space', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: POSTER_CODE_BYTES, maxLength: POSTER_CODE_BYTES }), (bytes) => {
      fc.pre(bytes.filter((byte) => byte < 248).length >= 9)
      const code = posterCodeFrom(bytes)
      expect(readPosterCode(code)).toBe(code)
      expect(readPosterCode(` ${code.toUpperCase()} `)).toBe(code)
      expect(viaQuery(code)).toBe(`?via=${code}`)
    }),
  )
})

it('bytes that would favour some letters are passed over', () => {
  expect(() => posterCodeFrom(new Uint8Array(POSTER_CODE_BYTES).fill(255))).toThrow(RangeError)
})

it.each(['', 'abc', 'abcdefgh0', 'abcdefgh1', '../../etc', 'abcdefghjk', 7, null, ['abcdefghj']])(
  'what is no code leads nowhere: %j',
  (text) => {
    expect(readPosterCode(text)).toBeNull()
    expect(viaQuery(text)).toBe('')
  },
)

it.each([
  ['/report/story?back=check', '/report/story'],
  ['/rights/VN/titp', '/rights/VN/titp'],
  ['/report/fees/2/amount', '/report/fees/2/amount'],
  ['/track/case/consents/0199c5a2-7c1e-7a4b-9f00-000000000001', '/track/case/consents/*'],
  ['/p/<script>', '/p/*'],
  ['https://example.org/x', '/'],
  [undefined, '/'],
])('the page of a comment: %s is kept as %s', (posted, kept) => {
  expect(pagePathOf(posted)).toBe(kept)
})
