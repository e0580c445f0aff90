import { describe, expect, it } from 'vitest'
import en from '@/lib/i18n/messages/en/learning.json'
import { learningExport } from '@/lib/domain/learning/export-learning'
import { CRITERIA, KPIS, kpisFor } from '@/lib/domain/learning/kpis'
import { showKpis, type KpiCount } from '@/lib/domain/learning/shown-kpis'

const count = (kpi: string, hits: number | null, base: number | null, more: Partial<KpiCount> = {}): KpiCount => ({
  kpi,
  hits,
  base,
  part: null,
  amount: null,
  ...more,
})
const show = (code: string, ...rows: KpiCount[]) => {
  const [shown] = showKpis(
    KPIS.filter((kpi) => kpi.code === code),
    rows,
  )
  if (!shown) throw new Error(`no measure ${code}`)
  return shown
}

describe('the measures', () => {
  it('have a name and a formula in words, and every criterion has one', () => {
    const words: Record<string, string> = en
    for (const { code } of KPIS) {
      expect(words[`learning.kpi_${code}`], code).toBeTruthy()
      expect(words[`learning.formula_${code}`], code).toBeTruthy()
    }
    expect(new Set(KPIS.map(({ criterion }) => criterion))).toEqual(new Set(CRITERIA))
    expect(new Set(KPIS.map(({ code }) => code)).size).toBe(KPIS.length)
  })

  it('for administrators are not shown to caseworkers', () => {
    expect(kpisFor('caseworker').map(({ shownTo }) => shownTo)).not.toContain('administrator')
    expect(kpisFor('administrator')).toHaveLength(KPIS.length)
  })
})

describe('a measure', () => {
  it('is hits out of base, from five on', () => {
    expect(show('within_target_triage', count('within_target_triage', 4, 5)).values).toEqual([
      { part: null, held: false, value: 0.8, hits: 4, base: 5 },
    ])
    expect(show('within_target_triage', count('within_target_triage', 4, 4)).values).toEqual([
      { part: null, held: true },
    ])
  })

  it('without anything counted says nothing, and no target is met or missed', () => {
    expect(show('within_target_triage', count('within_target_triage', 0, 0))).toMatchObject({
      values: [{ held: true }],
      isMet: null,
    })
    expect(show('systemic_flags')).toMatchObject({ values: [], isMet: null })
  })

  it('is met at its target and not below', () => {
    expect(show('consent_coverage', count('consent_coverage', 10, 10)).isMet).toBe(true)
    expect(show('consent_coverage', count('consent_coverage', 9, 10)).isMet).toBe(false)
    expect(show('fee_to_complain', count('fee_to_complain', 0, 10)).isMet).toBe(true)
    expect(show('fee_to_complain', count('fee_to_complain', 5, 10)).isMet).toBe(false)
  })

  it('never leaves one small part alone beside the others, because it would be the difference', () => {
    const parts = (...sizes: number[]) =>
      show('channel_mix', ...sizes.map((size, i) => count('channel_mix', size, 100, { part: `channel ${i}` }))).values
    expect(parts(50, 30, 17, 3).map(({ held }) => held)).toEqual([false, false, true, true])
    expect(parts(50, 45, 3, 2).map(({ held }) => held)).toEqual([false, false, true, true])
    expect(parts(50, 40, 10).every(({ held }) => !held)).toBe(true)
  })

  it('about workers is held back where fewer than five, but not none, are on one side', () => {
    const heldOf = (hits: number, base: number) =>
      show('retaliation_rate', count('retaliation_rate', hits, base)).values[0]?.held
    expect([heldOf(1, 5), heldOf(1, 20), heldOf(17, 20), heldOf(4, 20)]).toEqual([true, true, true, true])
    expect([heldOf(0, 5), heldOf(5, 5), heldOf(5, 20)]).toEqual([false, false, false])
    // How we work is no secret of a worker.
    expect(show('within_target_triage', count('within_target_triage', 1, 20)).values[0]?.held).toBe(false)
  })

  it('of the gap between groups leaves small groups out and needs two', () => {
    const group = (part: string, hits: number, base: number) => count('outcome_gap', hits, base, { part })
    const { values } = show(
      'outcome_gap',
      group('scheme:titp', 20, 25),
      group('scheme:ssw', 6, 20),
      group('scheme:esd', 0, 4),
      group('sex:woman', 5, 9),
    )
    expect(values).toEqual([
      { part: 'scheme', held: false, value: 0.5, hits: null, base: null },
      { part: 'sex', held: true },
    ])
  })

  it('goes into the file with the same values as on the page, held back as s', () => {
    const shown = showKpis(
      KPIS.filter(({ code }) => code === 'remedy_rate' || code === 'zero_fee_share'),
      [count('remedy_rate', 10, 15), count('zero_fee_share', 1, 3)],
    )
    const asOf = new Date('2026-11-20T23:59:30Z')
    const about = { office: null, from: null, to: '2026-10', madeOn: '2026-11-21', asOf }
    const { columns, rows } = learningExport(shown, about)
    const tail = ['all', null, '2026-10', '2026-11-21', '2026-11-20T23:59:30.000Z']
    expect(rows).toEqual([
      ['rights_compatible', 'remedy_rate', null, 'share', 0.667, 10, 15, null, ...tail],
      ['fees', 'zero_fee_share', null, 'share', 's', 's', 's', null, ...tail],
    ])
    expect(columns).toHaveLength(rows[0]?.length ?? 0)
  })
})
