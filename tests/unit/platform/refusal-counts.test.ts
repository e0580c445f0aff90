import { beforeEach, expect, test } from 'vitest'
import { countRefusal, refusalCounts } from '@/lib/platform/refusal-counts'

beforeEach(() => {
  globalThis.fairPassageRefusals = undefined
})

test('staff without the right are counted by right and role, at once', () => {
  const refused = { what: 'access', permission: 'statistics.export', role: 'caseworker' } as const
  countRefusal(refused)
  countRefusal(refused)
  countRefusal({ ...refused, role: 'supervisor' })
  expect(refusalCounts()).toEqual([
    { labels: refused, count: 2 },
    { labels: { ...refused, role: 'supervisor' }, count: 1 },
  ])
})

test('what comes from another site is told ten at a time: nobody learns that one was there', () => {
  for (let times = 0; times < 9; times += 1) countRefusal({ what: 'origin' })
  expect(refusalCounts()).toEqual([])
  for (let times = 0; times < 5; times += 1) countRefusal({ what: 'origin' })
  expect(refusalCounts()).toEqual([{ labels: { what: 'origin' }, count: 10 }])
})
