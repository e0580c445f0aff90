import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { challengeWeight } from '@/lib/domain/challenge'
import { flowWindow } from '@/lib/domain/flow-limits'
import { readProof } from '@/lib/http/read-proof'
import { speak } from '@/lib/http/spoken-state'
import { LOCALES } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { beginsWithZeros, firstWord } from '@/lib/phone/sha256'

test('the small hash of the phone is SHA-256, for every length that fits one block', () => {
  for (let length = 0; length <= 55; length += 1) {
    const text = 'aZ09-_.'.repeat(8).slice(0, length)
    expect(firstWord(text), text).toBe(createHash('sha256').update(text).digest().readUInt32BE(0))
  }
  expect(beginsWithZeros('abc', 1)).toBe(firstWord('abc') < 2 ** 31)
})

test('a flood makes the work heavier up to a bound, and a life in danger waits the least', () => {
  const [calm, busy, flood] = [1, 300, 1_000_000].map((held) => challengeWeight(held, 300, false))
  expect(calm).toEqual({ bits: 13, seconds: 15 })
  expect(busy?.bits).toBeGreaterThan(calm?.bits ?? 99)
  expect(flood).toEqual({ bits: 16, seconds: 120 })
  expect(challengeWeight(1_000_000, 300, true)).toEqual({ bits: 13, seconds: 5 })
})

test('a count of a day is needed until the day ends, one of a window for an hour', () => {
  const late = new Date('2026-11-21T23:59:00Z')
  expect(flowWindow('file_mebibytes', late)).toEqual({
    start: new Date('2026-11-21T00:00:00Z'),
    forgetAt: new Date('2026-11-22T00:00:00Z'),
  })
  expect(flowWindow('draft', late)).toEqual({
    start: new Date('2026-11-21T23:45:00Z'),
    forgetAt: new Date('2026-11-22T00:45:00Z'),
  })
})

test('what a form brings back is its challenge, or nothing', () => {
  const form = new FormData()
  expect(readProof(form)).toBeNull()
  form.set('held_token', 'x.y')
  expect(readProof(form)).toEqual({ token: 'x.y', solution: '' })
  form.set('held_solution', '1.2')
  expect(readProof(form)).toEqual({ token: 'x.y', solution: '1.2' })
  form.set('held_token', 'x'.repeat(5_000))
  expect(readProof(form)).toBeNull()
})

test.each(LOCALES)('a held form keeps what was typed and says how long, in %s', (locale) => {
  const challenge = { token: 'x.y', seed: 's', bits: 13, seconds: 42 }
  const spoken = speak({ status: 'held', challenge, values: { story: 'a' } }, translatorFor(locale))
  if (spoken.status !== 'failed') throw new Error('said nothing')
  expect(spoken.values).toEqual({ story: 'a' })
  expect(spoken.held).toMatchObject({ token: 'x.y', puzzles: 8 })
  expect(spoken.held?.wait).toMatch(/42|၄၂|៤២|४२|๔๒/u)
  expect(spoken.held?.working).toContain('{done}')
})
