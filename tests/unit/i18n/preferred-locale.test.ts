import { expect, it } from 'vitest'
import { preferredLocale } from '@/lib/i18n/preferred-locale'

it.each([
  [null, 'en'],
  ['', 'en'],
  ['vi-VN,vi;q=0.9,en;q=0.8', 'vi'],
  ['en-US,en;q=0.9,vi;q=0.8', 'en'],
  ['km,vi;q=0.5,en;q=0.4', 'vi'],
  ['en;q=0,vi', 'vi'],
  ['VI', 'vi'],
  ['vina', 'en'],
  ['*', 'en'],
  [';;q=,,vi;q=abc', 'en'],
] as const)('Accept-Language %j gives %s', (header, locale) => {
  expect(preferredLocale(header)).toBe(locale)
})
