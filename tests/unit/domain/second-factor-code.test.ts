import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { browserKindOf } from '@/lib/domain/browser-kind'
import { readFactorCode, RECOVERY_CODE_BYTES, recoveryCodeFrom } from '@/lib/domain/second-factor-code'
import { closedMinutesAfter } from '@/lib/domain/slowing'

describe('a code of the second step', () => {
  test.each([
    ['123456', { kind: 'app', code: '123456' }],
    [' 123 456 ', { kind: 'app', code: '123456' }],
    ['１２３４５６', { kind: 'app', code: '123456' }],
    ['១២៣៤៥៦', { kind: 'app', code: '123456' }],
    ['K7M4 Q9XD 2PFA', { kind: 'recovery', code: 'k7m4q9xd2pfa' }],
    ['o7m4-q9xd-2pfi', { kind: 'recovery', code: '07m4q9xd2pf1' }],
    ['12345', null],
    ['1234567', null],
    ['k7m4-q9xd-2pf', null],
    ['k7m4-q9xd-2pf!', null],
    ['', null],
  ])('%j is read', (typed, read) => {
    expect(readFactorCode(typed)).toEqual(read)
  })

  test('a recovery code is read as it was made', () => {
    for (let turn = 0; turn < 200; turn += 1) {
      const code = recoveryCodeFrom(randomBytes(RECOVERY_CODE_BYTES))
      expect(code).toMatch(/^[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}$/)
      expect(readFactorCode(code.toUpperCase())).toEqual({ kind: 'recovery', code: code.replaceAll('-', '') })
    }
  })
})

test('wrong codes in a row close longer and longer, never for more than a day', () => {
  expect([0, 1, 9, 10, 11, 20, 30, 1000].map(closedMinutesAfter)).toEqual([0, 0, 0, 15, 0, 30, 60, 1440])
})

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0', 'firefox', 'windows'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36 Edg/142.0',
    'edge',
    'windows',
  ],
  [
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36',
    'samsung',
    'android',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
    'safari',
    'ios',
  ],
  [
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Safari/537.36',
    'chrome',
    'mac',
  ],
  ['curl/8.5.0', 'other', 'other'],
  [null, 'other', 'other'],
])('%s is named', (userAgent, browser, system) => {
  expect(browserKindOf(userAgent)).toEqual({ browser, system })
})
