import { heldRows, sizeOf } from './hold-back'
import type { Kpi } from './kpis'
import { gapsOf, type OutcomeGap } from './outcome-gap'

/** One row of app.desk_counts: `hits` of `base`, or `amount` over `base`. */
export type KpiCount = {
  readonly kpi: string
  readonly part: string | null
  readonly hits: number | null
  readonly base: number | null
  readonly amount: number | null
}

/** A value of a measure with what it is out of; `held`: fewer than five, neither is told. */
export type ShownValue =
  | { readonly part: string | null; readonly held: true }
  | {
      readonly part: string | null
      readonly held: false
      readonly value: number
      readonly hits: number | null
      readonly base: number | null
    }

/** A measure as it is shown: nothing counted yet, or its values, one for each part. */
export type ShownKpi = { readonly kpi: Kpi; readonly values: readonly ShownValue[]; readonly isMet: boolean | null }

/**
 * The measures of one office as they may be shown: with what each is out of, and nothing told that says something of fewer than five
 * (heldRows). The gap of outcomes is the distance between groups of five or more.
 */
export function showKpis(kpis: readonly Kpi[], counts: readonly KpiCount[]): readonly ShownKpi[] {
  return kpis.map((kpi) => {
    const rows = counts.filter((row) => row.kpi === kpi.code)
    const held = heldRows(kpi, [rows])
    const values =
      kpi.code === 'outcome_gap'
        ? gapsOf(rows).map(shownGap)
        : rows
            .filter((row) => kpi.parts === 'none' || sizeOf(kpi, row) > 0)
            .toSorted((a, b) => sizeOf(kpi, b) - sizeOf(kpi, a))
            .map((row) => (held.has(row) ? { part: row.part, held: true as const } : shown(kpi, row)))
    return {
      kpi,
      values: values.filter((value) => value.held || Number.isFinite(value.value)),
      isMet: isMet(kpi, values),
    }
  })
}

function shown({ form }: Kpi, { part, hits, base, amount }: KpiCount): ShownValue {
  if (form === 'count' || form === 'days') return { part, held: false, value: hits ?? 0, hits, base: null }
  if (form === 'share') return { part, held: false, value: base ? (hits ?? 0) / base : Number.NaN, hits, base }
  return { part, held: false, value: base && amount !== null ? amount : Number.NaN, hits, base }
}

// Groups together are of a number that another measure tells: without the small ones it would tell of these.
function shownGap({ kind, gap }: OutcomeGap): ShownValue {
  return gap === null ? { part: kind, held: true } : { part: kind, held: false, value: gap, hits: null, base: null }
}

/** Whether a measure is at its target; null where it has none, or nothing is told. */
export function isMet({ target }: Kpi, values: readonly ShownValue[]): boolean | null {
  if (target === null) return null
  const known = values.flatMap((value) => (value.held || !Number.isFinite(value.value) ? [] : [value.value]))
  if (known.length === 0) return null
  return target === 0 ? known.every((value) => value === 0) : known.every((value) => value >= target)
}
