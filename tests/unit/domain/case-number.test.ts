import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CASE_NUMBER_ALPHABET, CASE_NUMBER_BYTES, caseNumberFrom, parseCaseNumber } from '@/lib/domain/case-number'

const bytes = fc.uint8Array({ minLength: CASE_NUMBER_BYTES, maxLength: CASE_NUMBER_BYTES })
const usable = bytes.filter((list) => list.filter((byte) => byte < 232).length >= 7)
const number = caseNumberFrom(Uint8Array.from({ length: CASE_NUMBER_BYTES }, (_, i) => i * 7))
const plain = number.replace('-', '')

describe('case numbers', () => {
  it('look like K7M4-Q9XD and read back', () => {
    fc.assert(
      fc.property(usable, (list) => {
        const made = caseNumberFrom(list)
        expect(made).toMatch(/^[2-9A-HJKMNP-RTV-Z]{4}-[2-9A-HJKMNP-RTV-Z]{4}$/u)
        expect(parseCaseNumber(made)).toEqual({ ok: true, value: made })
      }),
    )
  })

  it('are read in lower case, full width, with blanks and without the dash', () => {
    const wide = plain.replace(/./gu, (c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0))
    for (const text of [plain.toLowerCase(), wide, ` ${plain.split('').join(' ')} `, number.replace('-', '–')]) {
      expect(parseCaseNumber(text)).toEqual({ ok: true, value: number })
    }
  })

  it('show every wrong character', () => {
    for (const [index, right] of Array.from(plain).entries()) {
      for (const wrong of CASE_NUMBER_ALPHABET.replace(right, '')) {
        const text = plain.slice(0, index) + wrong + plain.slice(index + 1)
        expect(parseCaseNumber(text)).toEqual({ ok: false, error: 'case_number_slip' })
      }
    }
  })

  it('show every exchange of two neighbours, whatever they are', () => {
    for (const a of CASE_NUMBER_ALPHABET) {
      for (const b of CASE_NUMBER_ALPHABET.replace(a, '')) {
        for (let place = 0; place < 7; place += 1) {
          // Only the difference the exchange makes matters: weights place+1 and place+2.
          const difference = CASE_NUMBER_ALPHABET.indexOf(a) - CASE_NUMBER_ALPHABET.indexOf(b)
          expect((difference * (place + 1) - difference * (place + 2)) % 29).not.toBe(0)
        }
      }
    }
    fc.assert(
      fc.property(usable, fc.nat({ max: 6 }), (list, place) => {
        const right = caseNumberFrom(list).replace('-', '')
        const [a = '', b = ''] = right.slice(place, place + 2)
        const text = right.slice(0, place) + b + a + right.slice(place + 2)
        expect(parseCaseNumber(text).ok).toBe(a === b)
      }),
    )
  })

  it('say what is wrong with other texts', () => {
    expect(parseCaseNumber('')).toEqual({ ok: false, error: 'case_number_incomplete' })
    expect(parseCaseNumber('K7M4-Q9X')).toEqual({ ok: false, error: 'case_number_incomplete' })
    expect(parseCaseNumber('K7M4-Q9XO')).toEqual({ ok: false, error: 'case_number_slip' })
    expect(() => caseNumberFrom(new Uint8Array(3))).toThrow(RangeError)
  })
})
