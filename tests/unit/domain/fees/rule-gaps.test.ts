import { expect, test } from 'vitest'
import { ruleGaps } from '@/lib/domain/fees/rules/rule-change-gaps'
import { RULES } from './case-of-fees'

const [base] = RULES
if (!base) throw new Error('no rule')
const version = (number: number, from: string | null, to: string | null, supersedes: number | null = null) => ({
  ...base,
  version: number,
  supersedes,
  effectiveFrom: from,
  effectiveTo: to,
})

test('an amendment leaves no day without a version, correcting its first day to a later one does', () => {
  const amended = [
    version(1, '2020-01-01', null),
    version(2, '2020-01-01', '2023-12-31', 1),
    version(3, '2024-01-01', null),
  ]
  expect(ruleGaps(amended)).toEqual([])
  expect(ruleGaps([...amended, version(4, '2024-06-01', null, 3)])).toEqual([{ from: '2024-01-01', to: '2024-05-31' }])
})

test('one version has no gap, and an open end or beginning is none', () => {
  expect(ruleGaps([version(1, null, null)])).toEqual([])
  expect(ruleGaps([version(2, '2024-01-03', null), version(1, null, '2024-01-01')])).toEqual([
    { from: '2024-01-02', to: '2024-01-02' },
  ])
})
