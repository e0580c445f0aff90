import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minorPerMajor, type CurrencyCode } from '@/lib/domain/money/currencies'
import { parseAmount } from '@/lib/domain/money/parse-amount'
import { formatMoney, moneyInWords } from '@/lib/i18n/format'
import { LOCALES, type Locale } from '@/lib/i18n/locales'

/** What readers of a language count in at home. */
const HOME: Readonly<Record<Locale, CurrencyCode>> = {
  vi: 'VND',
  id: 'IDR',
  my: 'MMK',
  fil: 'PHP',
  km: 'KHR',
  ne: 'NPR',
  'zh-Hans': 'CNY',
  th: 'THB',
  en: 'USD',
  ja: 'JPY',
}

const READ: readonly [language: string, text: string, currency: CurrencyCode, major: bigint][] = [
  ['vi', '5 triệu', 'VND', 5_000_000n],
  ['vi', '5 triệu rưỡi', 'VND', 5_500_000n],
  ['vi', '25 nghìn rưỡi', 'VND', 25_500n],
  ['vi', '120 man', 'JPY', 1_200_000n],
  ['id', '10 juta', 'IDR', 10_000_000n],
  ['id', '25rb', 'IDR', 25_000n],
  ['id', '1jt', 'IDR', 1_000_000n],
  ['id', '1jt5', 'IDR', 1_500_000n],
  ['my', 'သိန်း 50', 'MMK', 5_000_000n],
  ['my', 'သိန်း ၅၀', 'MMK', 5_000_000n],
  ['my', '50 သိန်း', 'MMK', 5_000_000n],
  ['my', '၅ သိန်းခွဲ', 'MMK', 550_000n],
  ['my', '၁၅ သောင်း ကျပ်', 'MMK', 150_000n],
  ['my', '၅၀ သိန္း', 'MMK', 5_000_000n], // Zawgyi
  ['my', '၁၀ မန်း', 'JPY', 100_000n],
  ['fil', '85k', 'PHP', 85_000n],
  ['fil', '85 libo', 'PHP', 85_000n],
  ['fil', '120 lapad', 'JPY', 1_200_000n],
  ['km', '២ លាន', 'KHR', 2_000_000n],
  ['km', '២ លានកន្លះ', 'KHR', 2_500_000n],
  ['km', '៥ ម៉ឺន', 'KHR', 50_000n],
  ['km', '២ ពាន់ ដុល្លារ', 'USD', 2_000n],
  ['ne', '१,६०,०००', 'NPR', 160_000n],
  ['ne', '1.5 lakh', 'NPR', 150_000n],
  ['ne', '1.5 लाख', 'NPR', 150_000n],
  ['ne', '१६ लाख', 'NPR', 1_600_000n],
  ['ne', 'रु. २ लाख ५० हजार', 'NPR', 250_000n],
  ['ne', '१ करोड', 'NPR', 10_000_000n],
  ['zh-Hans', '12万', 'CNY', 120_000n],
  ['zh-Hans', '三万五千元', 'CNY', 35_000n],
  ['zh-Hans', '80万日元', 'JPY', 800_000n],
  ['th', '2 แสน', 'THB', 200_000n],
  ['th', '3 ล้าน', 'THB', 3_000_000n],
  ['th', '2 แสน 5 หมื่น', 'THB', 250_000n],
  ['th', '๑๐๐,๐๐๐ บาท', 'THB', 100_000n],
  ['th', '2 แสนครึ่ง', 'THB', 250_000n],
  ['ja', '１０万', 'JPY', 100_000n],
  ['ja', '3万半', 'JPY', 35_000n],
]

describe('amounts as people write them', () => {
  it.each(READ)('%s: %j %s', (_language, text, currency, major) => {
    expect(parseAmount(text, currency)).toEqual({
      ok: true,
      value: { amountMinor: major * minorPerMajor(currency) },
    })
  })

  it('half of nothing is not an amount', () => {
    for (const text of ['rưỡi', '5 rưỡi', 'triệu rưỡi']) {
      expect(parseAmount(text, 'VND')).toMatchObject({ ok: false, error: { code: 'amount_not_a_number' } })
    }
  })
})

/** Sums that nobody asks back: worth more than a yen and less than ten years of pay, in whole units. */
const sums = fc.bigInt({ min: 20_000n, max: 9_999_999n })
const DIGITS = { my: 'mymr', km: 'khmr', ne: 'deva', th: 'thai', ja: 'fullwide', 'zh-Hans': 'fullwide' } as const
const WORTH_LESS: ReadonlySet<CurrencyCode> = new Set(['USD', 'CNY', 'PHP', 'THB', 'NPR'])

describe.each(LOCALES)('amounts in %s', (locale) => {
  const currency = HOME[locale]
  const likely = sums.map((sum) => (WORTH_LESS.has(currency) ? sum % 200_000n : sum)).filter((sum) => sum > 1_000n)
  const read = (text: string) => parseAmount(text, currency)

  it('as we show them are read back', () => {
    fc.assert(
      fc.property(likely, (sum) => {
        const amountMinor = sum * minorPerMajor(currency)
        expect(read(formatMoney(amountMinor, currency, locale))).toEqual({ ok: true, value: { amountMinor } })
      }),
    )
  })

  it('as we say them are read back', () => {
    fc.assert(
      fc.property(likely, fc.constantFrom(1n, 100n, 1_000n, 10_000n), (sum, round) => {
        const amountMinor = (sum / round) * round * minorPerMajor(currency)
        const words = moneyInWords(amountMinor, currency, locale)
        // What one decimal cannot say exactly is said in digits.
        expect(words === null ? null : read(words)).toEqual(
          words === null ? null : { ok: true, value: { amountMinor } },
        )
      }),
    )
  })

  it('in the digits of the language are the same amount', () => {
    const digits = locale in DIGITS ? DIGITS[locale as keyof typeof DIGITS] : 'arab'
    const format = new Intl.NumberFormat(`${locale}-u-nu-${digits}`)
    fc.assert(
      fc.property(likely, (sum) => {
        expect(read(format.format(sum))).toEqual({ ok: true, value: { amountMinor: sum * minorPerMajor(currency) } })
      }),
    )
  })
})
