import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isPlainAddress } from '@/lib/mail/address'

it.each(['hanh@example.org', 'h.a+desk@mail.example.co.jp', "o'neil@example.org", 'root@localhost', 'a@b.c'])(
  '%s is one',
  (text) => {
    expect(isPlainAddress(text)).toBe(true)
  },
)

it.each([
  '',
  'hanh',
  '@example.org',
  'hanh@',
  'hanh@example.org\r\nBcc: all@example.org',
  'hanh@example.org, other@example.org',
  'hanh@example.org;other@example.org',
  'Hanh <hanh@example.org>',
  '"a b"@example.org',
  'a..b@example.org',
  '.a@example.org',
  'a@-example.org',
  'a@example..org',
  'a@exa mple.org',
  `${'a'.repeat(65)}@example.org`,
  `a@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(60)}.${'f'.repeat(60)}`,
])('%j is none', (text) => {
  expect(isPlainAddress(text)).toBe(false)
})

it('nothing with a line break, a blank or a bracket ever is', () => {
  const parts = fc.constantFrom('a', '@', 'example.org', '\n', '\r', ' ', '<', '>', ',', ';', ':', '"')
  const isNeverTaken = fc.property(fc.array(parts, { maxLength: 12 }), (pieces) => {
    const text = pieces.join('')
    return !/[\r\n <>,;:"]/.test(text) || !isPlainAddress(text)
  })
  expect(fc.check(isNeverTaken).failed).toBe(false)
})
