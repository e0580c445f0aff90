import { expect, it } from 'vitest'
import { isDoubtfulRate } from '@/lib/domain/money/doubtful-rates'

it.each([
  ['MMK', '2022-03', 'month', false],
  ['MMK', '2022-04', 'month', true],
  ['MMK', '2022', 'year', true],
  ['MMK', '2021', 'year', false],
  ['MMK', '2026-05', 'nearest', true],
  ['MMK', '2026-05', 'officer', false],
  ['VND', '2026-05', 'month', false],
] as const)('%s of %s by %s is doubtful: %s', (currency, period, basis, isDoubtful) => {
  expect(isDoubtfulRate({ currency, period, basis })).toBe(isDoubtful)
})
