import { expect, test } from 'vitest'
import { rankTest } from '@/lib/commands/bench/rank-test'

const upTo = (count: number, plus = 0) => Array.from({ length: count }, (_, index) => index + plus)

test('times of one kind say nothing of each other', () => {
  const same = rankTest(upTo(100), upTo(100))
  expect(same.longer).toBeCloseTo(0.5, 10)
  expect(same.ratio).toBe(1)
  expect(same.p).toBeGreaterThan(0.95)
})

test('times that differ do, and in which way', () => {
  const { longer, p, ratio } = rankTest(upTo(50, 100), upTo(50))
  expect(longer).toBe(1)
  expect(p).toBeLessThan(1e-12)
  expect(ratio).toBeGreaterThan(4)
  expect(rankTest(upTo(50), upTo(50, 100)).longer).toBe(0)
})

test('a small example comes out as by hand', () => {
  // 5 is above 4, and 8 above 4, 6 and 7: U = 4 of 25; z = (12.5 - 4 - 0.5) / sqrt(25 * 11 / 12) = 1.671; two-sided p = 0.0947.
  const { longer, p } = rankTest([1, 2, 3, 5, 8], [4, 6, 7, 9, 10])
  expect(longer).toBeCloseTo(4 / 25, 10)
  expect(p).toBeCloseTo(0.0947, 3)
})

test('times that are all the same tell nothing', () => {
  const { longer, p } = rankTest([1, 1, 1], [1, 1, 1])
  expect(longer).toBe(0.5)
  expect(p).toBeCloseTo(1, 6)
})
