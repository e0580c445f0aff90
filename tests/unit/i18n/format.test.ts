import { describe, expect, it } from 'vitest'
import {
  formatDay,
  formatInstant,
  formatMoney,
  formatMonth,
  formatShare,
  moneyInWords,
  monthNames,
  weekdayName,
} from '@/lib/i18n/format'

/** Intl joins number and sign with a no-break space; here only the letters matter. */
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null

describe('money', () => {
  it.each([
    [120_000_000n, 'VND', 'vi', '120.000.000 ₫'],
    [120_000_000n, 'VND', 'en', '₫120,000,000'],
    [1_286_265n, 'JPY', 'en', '¥1,286,265'],
    [850_050n, 'PHP', 'en', '₱8,500.50'],
    [8_500_000n, 'PHP', 'en', '₱85,000'],
    [-5_000n, 'JPY', 'en', '-¥5,000'],
    [5n, 'USD', 'en', '$0.05'],
    [2_400_000n, 'CNY', 'vi', '24.000 CN¥'],
    [2_400_000n, 'CNY', 'en', 'CN¥24,000'],
    [1_000_000n, 'NPR', 'en', 'NPR 10,000'],
    [2_850_000_000n, 'IDR', 'en', 'Rp 28,500,000'],
  ] as const)('%s minor units of %s in %s read %s', (minor, currency, locale, text) => {
    expect(plain(formatMoney(minor, currency, locale))).toBe(text)
  })

  it('keeps every digit of an amount that no float can hold', () => {
    expect(plain(formatMoney(9_007_199_254_740_993n, 'VND', 'en'))).toBe('₫9,007,199,254,740,993')
  })

  it.each([
    [120_000_000n, 'VND', 'vi', '120 triệu'],
    [120_000_000n, 'VND', 'en', '120 million'],
    [1_500_000n, 'VND', 'en', '1.5 million'],
    [2_850_000_000n, 'IDR', 'en', '28.5 million'],
    [2_500_000_000n, 'VND', 'en', '2.5 billion'],
    [1_250_000_000n, 'VND', 'en', null],
    [1_286_265n, 'JPY', 'en', null],
    [120n, 'VND', 'en', null],
  ] as const)('%s minor units of %s in %s are said as %s', (minor, currency, locale, text) => {
    expect(plain(moneyInWords(minor, currency, locale))).toBe(text)
  })
})

describe('dates', () => {
  it('stand in the order of the reader, with the name of the month', () => {
    expect(formatDay('2026-11-27', 'en')).toBe('27 November 2026')
    expect(formatDay('2026-11-27', 'vi')).toContain('tháng 11')
    expect(formatMonth('2025-03', 'en')).toBe('March 2025')
    expect(monthNames('en')).toHaveLength(12)
    expect(weekdayName(1, 'en')).toBe('Monday')
    expect(weekdayName(7, 'vi')).toBe('Chủ Nhật')
  })

  it('an instant late in the evening of Greenwich is the next day in Japan', () => {
    expect(formatInstant(new Date('2026-11-20T15:30:00Z'), 'en')).toBe('21 November 2026, 00:30')
  })
})

it('a share has one decimal', () => {
  expect(formatShare(0.341, 'en')).toBe('34.1%')
})
