import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SealBroken, seal, unseal } from '@/lib/sealing/seal'

const key = new Uint8Array(32).fill(7)
const place = { owner: 'a case', column: 'message.sealed_body', row: 'a row' }

describe('seal', () => {
  test('gives back every text it sealed, in any script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(unseal(key, place, seal(key, place, text))).toBe(text)
      }),
    )
  })

  test('never makes the same bytes twice, and shows nothing of the text', () => {
    const first = seal(key, place, 'họ giữ hộ chiếu của tôi')
    const second = seal(key, place, 'họ giữ hộ chiếu của tôi')
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false)
    expect(Buffer.from(first).toString('utf8')).not.toContain('hộ chiếu')
  })

  test('opens at its own place only', () => {
    const sealed = seal(key, place, 'words')
    for (const moved of [
      { ...place, owner: 'another case' },
      { ...place, column: 'note.sealed_body' },
      { ...place, row: 'another row' },
    ]) {
      expect(() => unseal(key, moved, sealed)).toThrow(SealBroken)
    }
  })

  test('does not open with another key, cut short, or with one bit changed', () => {
    const sealed = seal(key, place, 'words')
    expect(() => unseal(new Uint8Array(32).fill(8), place, sealed)).toThrow(SealBroken)
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => unseal(key, place, sealed.subarray(0, length))).toThrow(SealBroken)
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice()
      changed[at] = (changed[at] ?? 0) ^ 1
      expect(() => unseal(key, place, changed)).toThrow(SealBroken)
    }
  })
})
