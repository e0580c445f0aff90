import { expect, test } from 'vitest'
import { benchAssessments } from '@/lib/commands/bench/assess'
import { casesToAssess } from '@/lib/commands/bench/assess-cases'
import { isOriginCode } from '@/lib/domain/countries'

test('the bench of verdicts has as many payments as asked, one to eight a case, the same ones every time', () => {
  const cases = casesToAssess(1000)
  expect(cases.reduce((sum, { lines }) => sum + lines.length, 0)).toBe(1000)
  expect(new Set(cases.map(({ lines }) => lines.length))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]))
  expect(cases.every(({ origin }) => origin !== null && isOriginCode(origin))).toBe(true)
  expect(casesToAssess(1000)).toEqual(cases)
})

test('the bench of verdicts counts payments a second against every rule of this version', async () => {
  const { lines, rules, assessedPerSecond, convertedPerSecond } = await benchAssessments(500)
  expect(lines).toBe(500)
  expect(rules).toBeGreaterThanOrEqual(36)
  expect(assessedPerSecond).toBeGreaterThan(0)
  expect(convertedPerSecond).toBeGreaterThan(0)
})
