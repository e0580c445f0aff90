import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { heldRows } from '@/lib/domain/learning/hold-back'
import { KPIS, type Kpi } from '@/lib/domain/learning/kpis'
import type { KpiCount } from '@/lib/domain/learning/shown-kpis'

function kpiOf(code: string): Kpi {
  const kpi = KPIS.find((one) => one.code === code)
  if (!kpi) throw new Error(`no measure ${code}`)
  return kpi
}
const row = (kpi: string, hits: number, base: number, part: string | null = null): KpiCount => ({
  kpi,
  part,
  hits,
  base,
  amount: null,
})
/** Which offices of a measure are held back, one row each. */
function heldOffices(code: string, ...rows: (readonly [hits: number, base: number])[]): boolean[] {
  const offices = rows.map(([hits, base]) => [row(code, hits, base)])
  const held = heldRows(kpiOf(code), offices)
  return offices.map(([one]) => one !== undefined && held.has(one))
}

describe('of several offices beside the sum of all', () => {
  it('a second one is held back with the only one, for it would be the difference', () => {
    expect(heldOffices('within_target_triage', [3, 3], [20, 30], [9, 10])).toEqual([true, false, true])
  })

  it('one more is held back while the held ones together are fewer than five', () => {
    expect(heldOffices('within_target_triage', [1, 1], [2, 2], [8, 10], [20, 30])).toEqual([true, true, true, false])
    expect(heldOffices('within_target_triage', [3, 3], [4, 4], [8, 10], [20, 30])).toEqual([true, true, false, false])
  })

  it('one that has nothing hides nobody', () => {
    expect(heldOffices('within_target_triage', [0, 0], [8, 10], [20, 30])).toEqual([true, false, false])
    expect(heldOffices('within_target_triage', [0, 0], [3, 3], [8, 10], [20, 30])).toEqual([true, true, true, false])
  })

  it('a share about workers does not follow by its hits', () => {
    expect(heldOffices('retaliation_rate', [1, 10], [1, 12], [6, 20], [10, 40])).toEqual([true, true, true, false])
  })

  it('leaves the difference of no told sum with fewer than five, whatever the counts', () => {
    const office = fc.tuple(fc.nat(12), fc.nat(12)).map(([hits, misses]) => [hits, hits + misses] as const)
    fc.assert(
      fc.property(fc.array(office, { minLength: 2, maxLength: 6 }), (rows) => {
        const held = heldOffices('retaliation_rate', ...rows)
        const hidden = rows.filter(([, base], at) => held[at] && base > 0)
        if (hidden.length === 0 || hidden.length === rows.filter(([, base]) => base > 0).length) return
        const hits = hidden.reduce((sum, [one]) => sum + one, 0)
        const base = hidden.reduce((sum, [, one]) => sum + one, 0)
        expect(hidden.length).toBeGreaterThan(1)
        for (const count of [hits, base - hits]) expect(count === 0 || count >= 5).toBe(true)
        expect(base).toBeGreaterThanOrEqual(5)
      }),
    )
  })

  it('parts are held back along both ways: within an office and over the offices', () => {
    const mix = (...sizes: number[]) => sizes.map((size, at) => row('channel_mix', size, 100, `channel ${at}`))
    const offices = [mix(50, 30, 3), mix(40, 20, 10), mix(40, 20, 10)]
    const held = heldRows(kpiOf('channel_mix'), offices)
    const shown = offices.map((rows) => rows.map((one) => held.has(one)))
    for (const line of [...shown, ...[0, 1, 2].map((at) => shown.map((rows) => rows[at]))])
      expect(line.filter(Boolean)).not.toHaveLength(1)
    expect(shown[0]).toEqual([false, true, true])
  })
})
