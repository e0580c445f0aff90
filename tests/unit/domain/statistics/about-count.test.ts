import { expect, test } from 'vitest'
import { aboutCount } from '@/lib/domain/statistics/about-count'

test('a count of cases is none, few, or the nearest five', () => {
  expect([0, 1, 4, 5, 7, 8, 12, 13, 1001].map(aboutCount)).toEqual([0, 'few', 'few', 5, 5, 10, 10, 15, 1000])
})
