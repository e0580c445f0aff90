import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isResting, readPin, REST_MINUTES } from '@/lib/domain/report/resting'

describe('an open report left alone', () => {
  const seen = new Date('2026-11-21T10:00:00Z')
  it('rests after ten minutes and not before', () => {
    expect(isResting(seen, new Date(seen.getTime() + REST_MINUTES * 60_000))).toBe(false)
    expect(isResting(seen, new Date(seen.getTime() + REST_MINUTES * 60_000 + 1))).toBe(true)
  })
})

describe('the digits that lock it', () => {
  it('are read in the digits of any script, with spaces between them', () => {
    expect(readPin(' 48 27 ')).toEqual({ ok: true, pin: '4827' })
    expect(readPin('៤៨២៧')).toEqual({ ok: true, pin: '4827' })
    expect(readPin('၄၈၂၇၁')).toEqual({ ok: true, pin: '48271' })
  })
  it('are four to six and nothing else', () => {
    for (const typed of ['', '482', '4827163', '48a7', '-4827', '4.82']) {
      expect(readPin(typed), typed).toEqual({ ok: false, error: 'pin_unreadable' })
    }
  })
  it('are not one digit repeated and not a row up or down, also over the nine', () => {
    for (const typed of ['0000', '777777', '1234', '4321', '890123', '3210987'.slice(0, 6)]) {
      expect(readPin(typed), typed).toEqual({ ok: false, error: 'pin_easy' })
    }
  })
  it('are kept as typed when they are not a row', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{4,6}$/), (typed) => {
        const read = readPin(typed)
        expect(read.ok ? read.pin : read.error).toBe(read.ok ? typed : 'pin_easy')
      }),
    )
  })
})
