import { describe, expect, it } from 'vitest'
import { parseRange } from '@/lib/domain/money/parse-range'

describe('a range of amounts', () => {
  it.each([
    ['20-25 triệu', 'VND', 20_000_000n, 25_000_000n],
    ['20 triệu đến 25 triệu', 'VND', 20_000_000n, 25_000_000n],
    ['20.000.000 ~ 25.000.000 ₫', 'VND', 20_000_000n, 25_000_000n],
    ['15〜20万円', 'JPY', 150_000n, 200_000n],
    ['500 to 700', 'USD', 50_000n, 70_000n],
    ['9 man ~ 9 man', 'JPY', 90_000n, 90_000n],
  ] as const)('%s in %s', (text, currency, minMinor, maxMinor) => {
    expect(parseRange(text, currency)).toEqual({ minMinor, maxMinor })
  })

  it.each([
    ['25 triệu', 'VND', 'one amount'],
    ['25 - 20 triệu', 'VND', 'the higher one first'],
    ['1 - 2 - 3 triệu', 'VND', 'three amounts'],
    ['20 - 25', 'VND', 'less than a yen'],
    ['200 - 250 triệu', 'JPY', 'more than ten years of pay'],
    ['$500 - 700', 'JPY', 'another currency'],
    ['-500 - 700', 'USD', 'below zero'],
    ['20 - ', 'VND', 'an end that is missing'],
    ['a few to many', 'VND', 'no amounts'],
    ['1.500 - 2.000 triệu', 'VND', 'an end with two readings'],
    ['9'.repeat(400), 'JPY', 'too long'],
  ] as const)('is not read in "%s" (%s): %s', (text, currency, _why) => {
    expect(parseRange(text, currency)).toBeNull()
  })
})
