import { expect, it } from 'vitest'
import { LOCALES } from '@/lib/i18n/locales'
import { preferredLocale } from '@/lib/i18n/preferred-locale'

it.each([
  [null, 'en'],
  ['', 'en'],
  ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
  ['en-US,en;q=0.9,vi;q=0.8', 'en'],
  ['km,vi;q=0.5,en;q=0.4', 'km'],
  ['ko,vi;q=0.5,en;q=0.4', 'vi'],
  ['zh', 'zh-Hans'],
  ['zh-CN,zh;q=0.9', 'zh-Hans'],
  ['zh-SG', 'zh-Hans'],
  ['zh-TW,zh;q=0.9,en-US;q=0.8', 'zh-Hans'],
  ['ZH-HANS', 'zh-Hans'],
  ['tl-PH,en;q=0.9', 'fil'],
  ['fil-PH', 'fil'],
  ['in-ID,in;q=0.9', 'id'],
  ['id', 'id'],
  ['ms-MY,en;q=0.5', 'en'],
  ['my-ZG', 'my'],
  ['my-MM', 'my'],
  ['ne-NP', 'ne'],
  ['th-TH,th;q=0.9,en;q=0.8', 'th'],
  ['ja,en;q=0.9', 'ja'],
  ['en;q=0,vi', 'vi'],
  ['VI', 'vi'],
  ['vina', 'en'],
  ['*', 'en'],
  [';;q=,,vi;q=abc', 'en'],
] as const)('Accept-Language %j gives %s', (header, locale) => {
  expect(preferredLocale(header)).toBe(locale)
})

it.each(LOCALES)('a browser in %s gets it', (locale) => {
  expect(preferredLocale(`${locale},en;q=0.1`)).toBe(locale)
})

it.each(['__proto__', 'constructor', 'toString;q=1', 'vi;q=0.5, __proto__'])('%s is no language', (header) => {
  expect(LOCALES).toContain(preferredLocale(header))
})
