import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatSecretCode, parseSecretCode, SECRET_CODE_BYTES, secretCodeFrom } from '@/lib/domain/secret-code'

const bytes = fc.uint8Array({ minLength: SECRET_CODE_BYTES, maxLength: SECRET_CODE_BYTES })
const usable = bytes.filter((list) => list.filter((byte) => byte < 250).length >= 20)
const code = secretCodeFrom(Uint8Array.from({ length: SECRET_CODE_BYTES }, (_, i) => i * 3))

describe('secret codes', () => {
  it('are 21 digits in groups of three and read back', () => {
    fc.assert(
      fc.property(usable, (list) => {
        const made = secretCodeFrom(list)
        expect(formatSecretCode(made)).toMatch(/^(\d{3} ){6}\d{3}$/u)
        expect(parseSecretCode(formatSecretCode(made))).toEqual({ ok: true, value: made })
      }),
    )
  })

  it('are read in local digits, with dashes and dots', () => {
    const burmese = code.replace(/\d/gu, (digit) => String.fromCodePoint(0x1040 + Number(digit)))
    const grouped = formatSecretCode(code)
    for (const text of [burmese, grouped.replaceAll(' ', '-'), grouped.replaceAll(' ', '.'), `\u200f${code}\n`]) {
      expect(parseSecretCode(text)).toEqual({ ok: true, value: code })
    }
  })

  it('show every wrong digit and every exchange of two neighbours', () => {
    fc.assert(
      fc.property(usable, (list) => {
        const right = secretCodeFrom(list)
        for (let place = 0; place < right.length; place += 1) {
          for (let digit = 0; digit < 10; digit += 1) {
            if (String(digit) === right[place]) continue
            const wrong = right.slice(0, place) + String(digit) + right.slice(place + 1)
            expect(parseSecretCode(wrong)).toEqual({ ok: false, error: 'code_slip' })
          }
          const [a = '', b = ''] = right.slice(place, place + 2)
          if (b === '' || a === b) continue
          const turned = right.slice(0, place) + b + a + right.slice(place + 2)
          expect(parseSecretCode(turned)).toEqual({ ok: false, error: 'code_slip' })
        }
      }),
      { numRuns: 30 },
    )
  })

  it('say what is wrong before anything is asked of the database', () => {
    expect(parseSecretCode('')).toEqual({ ok: false, error: 'code_incomplete' })
    expect(parseSecretCode(code.slice(1))).toEqual({ ok: false, error: 'code_incomplete' })
    expect(parseSecretCode(`${code}0`)).toEqual({ ok: false, error: 'code_incomplete' })
    expect(parseSecretCode('K7M4-Q9XD')).toEqual({ ok: false, error: 'code_not_digits' })
    expect(() => secretCodeFrom(new Uint8Array(3))).toThrow(RangeError)
  })
})
