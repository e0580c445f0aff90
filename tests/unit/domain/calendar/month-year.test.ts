import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayInJapan, daysBetween, isDay } from '@/lib/domain/calendar/day'
import { parseMonthYear } from '@/lib/domain/calendar/month-year'
import { isAfter, isPartialDate, precisionOf } from '@/lib/domain/calendar/partial-date'

const TODAY = '2026-11-21'

describe('parseMonthYear', () => {
  it.each([
    ['', '', null],
    ['3', '2024', '2024-03'],
    ['03', '2024', '2024-03'],
    ['３月', '２０２４年', '2024-03'],
    ['tháng 12', '2019', '2019-12'],
    ['', '2024', '2024'],
    ['๑๐', '2025', '2025-10'],
    ['11', '2026', '2026-11'],
    ['', '2026', '2026'],
    ['1', '1990', '1990-01'],
    ['5', '24', '2024-05'],
  ])('reads month %j and year %j as %s', (month, year, date) => {
    expect(parseMonthYear(month, year, TODAY)).toEqual({ ok: true, value: date })
  })

  it.each([
    ['3', '', { code: 'date_incomplete' }],
    ['13', '2024', { code: 'date_invalid', part: 'month' }],
    ['0', '2024', { code: 'date_invalid', part: 'month' }],
    ['March', '2024', { code: 'date_invalid', part: 'month' }],
    ['3', '20244', { code: 'date_invalid', part: 'year' }],
    ['3', '824', { code: 'date_invalid', part: 'year' }],
    ['3', '99', { code: 'date_invalid', part: 'year' }],
    ['3', '-2020', { code: 'date_invalid', part: 'year' }],
    ['', '− 2020', { code: 'date_invalid', part: 'year' }],
    ['12', '2026', { code: 'date_in_future', part: 'month' }],
    ['3', '2027', { code: 'date_in_future', part: 'year' }],
    ['', '2027', { code: 'date_in_future', part: 'year' }],
    ['12', '1989', { code: 'date_before_1990' }],
    ['', '1026', { code: 'date_before_1990' }],
  ])('refuses month %j and year %j with %o', (month, year, error) => {
    expect(parseMonthYear(month, year, TODAY)).toEqual({ ok: false, error })
  })

  it.each([
    ['3', '2567', '2024-03'], // Buddhist
    ['', '២៥៦៧', '2024'],
    ['5', '2080', '2023-05'], // Bikram Sambat after the new year of mid-April
    ['2', '2080', '2024-02'], // and before it
    ['', '२०८०', '2023'],
    ['4', '令和6年', '2024-04'],
    ['4', 'R6', '2024-04'],
  ])('asks whether %j / %j of another calendar is %s', (month, year, candidate) => {
    expect(parseMonthYear(month, year, TODAY)).toEqual({
      ok: false,
      error: { code: 'date_other_calendar', candidate },
    })
  })

  it('never answers with a date that is still to come or does not exist', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 6 }), fc.string({ maxLength: 6 }), (month, year) => {
        const read = parseMonthYear(month, year, TODAY)
        if (!read.ok || read.value === null) return
        expect(isPartialDate(read.value) && !isAfter(read.value, TODAY)).toBe(true)
      }),
    )
  })
})

describe('days', () => {
  it('exist or do not', () => {
    expect([isDay('2024-02-29'), isDay('2025-02-29'), isDay('2025-2-1')]).toEqual([true, false, false])
    expect(precisionOf('2024-02')).toBe('month')
  })

  it('are counted across months and years', () => {
    expect(daysBetween('2026-11-21', '2026-11-28')).toBe(7)
    expect(daysBetween('2026-01-01', '2025-12-31')).toBe(-1)
    expect(() => daysBetween('2026', '2025-12-31')).toThrow(TypeError)
  })

  it('begin in Japan at three in the afternoon UTC', () => {
    expect(dayInJapan(new Date('2026-11-20T14:59:59Z'))).toBe('2026-11-20')
    expect(dayInJapan(new Date('2026-11-20T15:00:00Z'))).toBe('2026-11-21')
  })
})
