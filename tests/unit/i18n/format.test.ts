import { describe, expect, it } from 'vitest'
import {
  formatCount,
  formatDay,
  formatInstant,
  formatMoney,
  formatMonth,
  formatShare,
  moneyInWords,
  monthNames,
  weekdayName,
} from '@/lib/i18n/format'
import { LOCALES } from '@/lib/i18n/locales'

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
    [16_000_000n, 'NPR', 'ne', 'रु 1,60,000'],
    [2_000_000n, 'MMK', 'my', '20,000 ကျပ်'],
    [2_000_000n, 'MMK', 'ne', 'MMK 20,000'],
    [500_000_000n, 'KHR', 'km', '5,000,000៛'],
    [10_000_000n, 'THB', 'th', '฿100,000'],
    [1_286_265n, 'JPY', 'ja', '￥1,286,265'],
    [12_000_000n, 'CNY', 'zh-Hans', 'CN¥120,000'],
    [150_000n, 'JPY', 'zh-Hans', 'JP¥150,000'],
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
    [10_100_000n, 'THB', 'th', null],
    [20_000_000n, 'THB', 'th', '2 แสน'],
    [160_000_000n, 'NPR', 'ne', '16 लाख'],
    [160_000_000_0n, 'NPR', 'ne', '1.6 करोड'],
    [16_100_000n, 'NPR', 'ne', null],
    [500_000_000n, 'MMK', 'my', '5 သန်း'],
    [120_000n, 'JPY', 'ja', '12万'],
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

  it.each([
    ['my', '၂၀၂၆ နိုဝင်ဘာ ၂၇'],
    ['ne', '२०२६ नोभेम्बर २७'],
    ['th', '27 พฤศจิกายน ค.ศ. 2026'],
    ['km', '27 វិច្ឆិកា 2026'],
    ['fil', 'Nobyembre 27, 2026'],
    ['id', '27 November 2026'],
    ['zh-Hans', '2026年11月27日'],
    ['ja', '2026年11月27日'],
  ] as const)('in %s: %s', (locale, text) => {
    expect(formatDay('2026-11-27', locale)).toBe(text)
  })

  it.each(LOCALES)('everything to type, dial or say has Latin digits in %s', (locale) => {
    const amount = formatMoney(1_234_567_890n, 'JPY', locale)
    expect(amount.replace(/[^\p{Nd}]/gu, '')).toBe('1234567890')
    expect(formatCount(1_234_567, locale).replace(/\D/gu, '')).toBe('1234567')
  })

  it('an instant late in the evening of Greenwich is the next day in Japan', () => {
    expect(formatInstant(new Date('2026-11-20T15:30:00Z'), 'en')).toBe('21 November 2026, 00:30')
  })
})

it('a share has one decimal', () => {
  expect(formatShare(0.341, 'en')).toBe('34.1%')
})
