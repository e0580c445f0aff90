import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayInJapan, daysBetween, isDay } from '@/lib/domain/calendar/day'
import { parseMonthYear } from '@/lib/domain/calendar/month-year'
import { formatMonth, monthNames } from '@/lib/i18n/format'
import { LOCALES } from '@/lib/i18n/locales'
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
    ['', '2023-11', '2023-11'],
    ['', '2023-11-15', '2023-11'],
    ['', '15/11/2023', '2023-11'],
    ['', '11/15/2023', '2023-11'],
    ['', '11/2023', '2023-11'],
    ['', '2023年11月', '2023-11'],
    ['', 'tháng 3 năm 2023', '2023-03'],
    ['2023-03', '', '2023-03'],
    ['3', '2023-03', '2023-03'],
    ['March', '2024', '2024-03'],
    ['', 'Nov 2025', '2025-11'],
    ['', '5 Maret 2024', '2024-03'],
    ['', 'Hunyo 2024', '2024-06'],
    ['', '၂၀၂၃ မတ်', '2023-03'],
    ['', '၂၀၂၃ ခုနှစ် မေလ', '2023-05'],
    ['', 'ខែមីនា ២០២៣', '2023-03'],
    ['', 'मार्च २०२३', '2023-03'],
    ['', 'เดือนมีนาคม 2023', '2023-03'],
    ['tháng mười một', '2023', '2023-11'],
    ['十二月', '2023', '2023-12'],
  ])('reads month %j and year %j as %s', (month, year, date) => {
    expect(parseMonthYear(month, year, TODAY)).toEqual({ ok: true, value: date })
  })

  it.each([
    ['3', '', { code: 'date_incomplete' }],
    ['13', '2024', { code: 'date_invalid', part: 'month' }],
    ['0', '2024', { code: 'date_invalid', part: 'month' }],
    ['spring', '2024', { code: 'date_invalid', part: 'month' }],
    ['', '3/4/2023', { code: 'date_invalid', part: 'year' }],
    ['4', '2023-03', { code: 'date_invalid', part: 'month' }],
    ['', '20230315', { code: 'date_invalid', part: 'year' }],
    ['', 'March', { code: 'date_incomplete' }],
    ['', 'มีนาคม 2570', { code: 'date_in_future', part: 'year' }],
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
    ['', '令和5年3月', '2023-03'],
    ['', '令和元年', '2019'],
    ['', 'Reiwa 5', '2023'],
    ['', 'มีนาคม 2566', '2023-03'],
    ['', 'มี.ค. ๒๕๖๖', '2023-03'],
    ['', 'មីនា ២៥៦៦', '2023-03'],
    ['', '२०८० चैत', '2024-03'], // Bikram Sambat months begin in the middle of ours
    ['चैत', '२०८०', '2024-03'],
    ['', 'Baisakh 2080', '2023-04'],
    ['', 'पुस २०८०', '2023-12'],
    ['', '2080/05', '2023-08'], // month and year of one calendar
    ['', 'चैत 2023', '2023-03'],
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

describe('month names', () => {
  const years = fc.integer({ min: 1990, max: 2025 })
  const months = fc.integer({ min: 1, max: 12 })

  it.each(LOCALES)('as we show them in %s are read back', (locale) => {
    fc.assert(
      fc.property(years, months, (year, month) => {
        const date = `${year}-${String(month).padStart(2, '0')}`
        expect(parseMonthYear('', formatMonth(date, locale), TODAY)).toEqual({ ok: true, value: date })
        expect(parseMonthYear(monthNames(locale)[month - 1] ?? '', String(year), TODAY)).toEqual({
          ok: true,
          value: date,
        })
      }),
    )
  })

  it.each(['th-TH-u-ca-buddhist', 'km-KH-u-ca-buddhist-nu-khmr'])(
    'with a Buddhist year in %s are asked back',
    (tag) => {
      const format = new Intl.DateTimeFormat(tag, { month: 'long', year: 'numeric', timeZone: 'UTC' })
      fc.assert(
        fc.property(years, months, (year, month) => {
          const candidate = `${year}-${String(month).padStart(2, '0')}`
          const typed = format.format(new Date(`${candidate}-15T00:00:00Z`))
          expect(parseMonthYear('', typed, TODAY)).toEqual({
            ok: false,
            error: { code: 'date_other_calendar', candidate },
          })
        }),
      )
    },
  )

  it('an era is asked back, however it is written', () => {
    const format = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', { month: 'long', year: 'numeric', timeZone: 'UTC' })
    fc.assert(
      fc.property(years, months, (year, month) => {
        const candidate = `${year}-${String(month).padStart(2, '0')}`
        const typed = format.format(new Date(`${candidate}-15T00:00:00Z`))
        expect(parseMonthYear('', typed, TODAY)).toEqual({
          ok: false,
          error: { code: 'date_other_calendar', candidate },
        })
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
