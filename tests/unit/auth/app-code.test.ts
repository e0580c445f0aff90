import { describe, expect, test } from 'vitest'
import { appWords, bytesOfSecret, codeAt, isSecretOf, stepOfCode } from '@/lib/auth/app-code'

/** RFC 6238, appendix B: the secret of the SHA-1 vectors, and the last six of their eight digits. */
const SECRET = Buffer.from('12345678901234567890', 'ascii')
const VECTORS = [
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
] as const

describe('codes of an authenticator app', () => {
  test.each(VECTORS)('at %i it is %s', (seconds, code) => {
    const at = new Date(seconds * 1000)
    expect(codeAt(SECRET, at)).toBe(code)
    expect(stepOfCode(SECRET, code, at)).toBe(Math.floor(seconds / 30))
  })

  test('one step early and late are taken and named by their own step, two are not', () => {
    const at = new Date(1_234_567_890_000)
    const step = Math.floor(1_234_567_890 / 30)
    const code = (steps: number) => codeAt(SECRET, new Date(at.getTime() + steps * 30_000))
    expect([-2, -1, 0, 1, 2].map((steps) => stepOfCode(SECRET, code(steps), at))).toEqual([
      null,
      step - 1,
      step,
      step + 1,
      null,
    ])
  })

  test('the secret is typed and scanned', () => {
    const { typed, address } = appWords(SECRET, 'hạnh@example.org')
    expect(typed).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ')
    expect(isSecretOf(SECRET, 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')).toBe(true)
    expect(bytesOfSecret('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')).toHaveLength(20)
    const read = new URL(address)
    expect(read.protocol).toBe('otpauth:')
    expect(Object.fromEntries(read.searchParams)).toEqual({
      issuer: 'Fair Passage',
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    })
  })
})
