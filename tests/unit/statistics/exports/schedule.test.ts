import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LOCALES, STAFF_LOCALES } from '@/lib/i18n/locales'
import { STAFF_LANGUAGES } from '@/lib/domain/statistics/export/languages'
import { MOST_TRIES, nextTry, nextTurn, placeOfFile, RHYTHMS } from '@/lib/domain/statistics/export/schedule'
import { isStoreKey } from '@/lib/storage/file-store'

test.each([
  ['daily', '2026-11-21T00:00:00Z', '2026-11-21T20:00:00Z'],
  ['daily', '2026-11-21T20:00:00Z', '2026-11-22T20:00:00Z'],
  // Saturday in Japan.
  ['weekly', '2026-11-21T00:00:00Z', '2026-11-22T20:00:00Z'],
  ['weekly', '2026-11-22T20:00:00Z', '2026-11-29T20:00:00Z'],
  ['monthly', '2026-11-21T00:00:00Z', '2026-11-30T20:00:00Z'],
  ['monthly', '2026-12-31T19:59:59Z', '2026-12-31T20:00:00Z'],
  ['monthly', '2026-12-31T20:00:00Z', '2027-01-31T20:00:00Z'],
] as const)('%s after %s is %s', (rhythm, after, turn) => {
  expect(nextTurn(rhythm, new Date(after)).toISOString()).toBe(new Date(turn).toISOString())
})

test('a turn is always later, and at five in the morning in Japan', () => {
  const days = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(days, fc.constantFrom(...RHYTHMS), (after, rhythm) => {
      const turn = nextTurn(rhythm, after)
      expect(turn.getTime()).toBeGreaterThan(after.getTime())
      expect(turn.toISOString().slice(11)).toBe('20:00:00.000Z')
    }),
  )
})

test('tries come later and later, then end', () => {
  const now = new Date('2026-11-21T00:00:00Z')
  const waits = Array.from({ length: MOST_TRIES - 1 }, (_, at) => nextTry(at + 1, now)?.getTime() ?? 0)
  expect(waits).toEqual(waits.toSorted((a, b) => a - b))
  expect(nextTry(MOST_TRIES, now)).toBeNull()
})

test('a place is a key of the store, with the day in Japan', () => {
  const place = placeOfFile(new Date('2026-11-21T15:00:00Z'), '0123456789ab', '1a2b3c4d')
  expect(place).toBe('ex/20261122-0123456789ab-1a2b3c4d')
  expect(['p0', 'p123', 'metadata'].every((part) => isStoreKey(`${place}/${part}`))).toBe(true)
})

test('files are written in the languages of the staff', () => {
  expect([...STAFF_LANGUAGES].toSorted()).toEqual([...STAFF_LOCALES].toSorted())
  expect(LOCALES).toEqual(expect.arrayContaining([...STAFF_LANGUAGES]))
})
