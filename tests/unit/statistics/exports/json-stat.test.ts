import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_HOW } from '@/lib/domain/statistics/export/formats'
import type { Release } from '@/lib/domain/statistics/released-table'
import { releaseFile } from '@/lib/files/exports/release-file'
import { brokenRules } from '../../../support/json-stat-rules'
import { aBasis, anyRelease, bytesOf, englishWords } from '../../../support/made-releases'

type Cube = {
  id: string[]
  size: number[]
  value: (number | null)[]
  role: Record<string, string[]>
  dimension: Record<string, { label: string; category: { index: string[]; label: Record<string, string> } }>
  extension: { metadata: { queryId: string } }
}

async function cubeOf(release: Release): Promise<Cube> {
  const how = { ...DEFAULT_HOW, format: 'jsonstat' } as const
  const madeAt = new Date('2026-11-21T03:00:00Z')
  return JSON.parse(
    (await bytesOf(releaseFile(release, { how, words: englishWords, basis: aBasis, madeAt }))).toString(),
  )
}

const aRelease = () => fc.sample(anyRelease, { numRuns: 1, seed: 3 })[0] as Release

describe('a JSON-stat dataset', () => {
  test('keeps every rule of the format, whatever the numbers', async () => {
    await fc.assert(
      fc.asyncProperty(anyRelease, async (release) => {
        expect(brokenRules(await cubeOf(release))).toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  test('has names beside its codes, and says what is time and what is a place', async () => {
    const { facts, ...rest } = aRelease()
    const query = { ...facts.query, rows: 'origin', columns: 'received_year' } as const
    const cube = await cubeOf({ ...rest, facts: { ...facts, query } })
    expect(cube.dimension['origin']?.category.label).toMatchObject({ VN: 'Viet Nam', _T: 'All' })
    expect(cube.role).toEqual({ metric: ['figure'], time: ['received_year'], geo: ['origin'] })
    expect(cube.extension.metadata.queryId).toBe(facts.queryId)
  })

  test('is refused by the same rules when a value or a category is missing', async () => {
    const cube = await cubeOf(aRelease())
    expect(brokenRules({ ...cube, value: cube.value.slice(1) })).not.toEqual([])
    expect(brokenRules({ ...cube, id: [...cube.id, 'sex'] })).not.toEqual([])
    expect(brokenRules({ ...cube, size: cube.size.map((one) => one + 1) })).not.toEqual([])
    expect(brokenRules({ ...cube, role: { metric: ['figure'], time: ['figure'] } })).not.toEqual([])
  })
})
