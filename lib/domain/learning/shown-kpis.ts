import { SMALLEST_CELL } from '@/lib/domain/statistics/suppress'
import type { Kpi } from './kpis'

/** One row of app.kpi_counts: `hits` of `base`, or `amount` over `base`. */
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
 * The measures as they may be shown: with what each is out of, nothing told of fewer than five, and, where one part of a measure is
 * held back, the next smallest too, because with the rest and the total it would be the difference. The gap of outcomes is the
 * distance between groups of five or more.
 */
export function showKpis(kpis: readonly Kpi[], counts: readonly KpiCount[]): readonly ShownKpi[] {
  return kpis.map((kpi) => {
    const rows = counts.filter((row) => row.kpi === kpi.code)
    const values =
      kpi.code === 'outcome_gap'
        ? gapsOf(rows)
        : kpi.parts === 'none'
          ? rows.map((row) => shown(kpi, row))
          : ofParts(kpi, rows)
    return {
      kpi,
      values: values.filter((value) => value.held || Number.isFinite(value.value)),
      isMet: isMet(kpi, values),
    }
  })
}

function shown({ form, code }: Kpi, { part, hits, base, amount }: KpiCount): ShownValue {
  // A plain count is of events or organisations, not of people.
  if (form === 'count')
    return code === 'systemic_flags' && isFew(base)
      ? { part, held: true }
      : { part, held: false, value: hits ?? 0, hits, base: null }
  if (isFew(base)) return { part, held: true }
  if (form === 'share') return { part, held: false, value: base ? (hits ?? 0) / base : Number.NaN, hits, base }
  return { part, held: false, value: base && amount !== null ? amount : Number.NaN, hits, base }
}

function ofParts(kpi: Kpi, rows: readonly KpiCount[]): readonly ShownValue[] {
  // Of a mix the parts are the hits, of anything else what they are out of.
  const isMix = kpi.code.endsWith('_mix')
  const sizeOf = (row: KpiCount) => (isMix ? row.hits : row.base) ?? 0
  const held = new Set(rows.filter((row) => isFew(sizeOf(row)) && sizeOf(row) > 0))
  if (held.size === 1) {
    const next = rows.filter((row) => !held.has(row)).toSorted((a, b) => sizeOf(a) - sizeOf(b))[0]
    if (next) held.add(next)
  }
  return rows
    .filter((row) => sizeOf(row) > 0)
    .toSorted((a, b) => sizeOf(b) - sizeOf(a))
    .map((row) => (held.has(row) ? { part: row.part, held: true } : shown(kpi, row)))
}

function gapsOf(rows: readonly KpiCount[]): readonly ShownValue[] {
  const dimensions = [...new Set(rows.map(({ part }) => part?.split(':')[0] ?? ''))]
  return dimensions.map((dimension) => {
    const groups = rows.filter(({ part, base }) => part?.startsWith(`${dimension}:`) && !isFew(base))
    if (groups.length < 2) return { part: dimension, held: true }
    const rates = groups.map(({ hits, base }) => (hits ?? 0) / (base ?? 1))
    const base = groups.reduce((sum, row) => sum + (row.base ?? 0), 0)
    return { part: dimension, held: false, value: Math.max(...rates) - Math.min(...rates), hits: null, base }
  })
}

function isFew(people: number | null): boolean {
  return (people ?? 0) < SMALLEST_CELL
}

function isMet({ target }: Kpi, values: readonly ShownValue[]): boolean | null {
  if (target === null) return null
  const known = values.flatMap((value) => (value.held || !Number.isFinite(value.value) ? [] : [value.value]))
  if (known.length === 0) return null
  return target === 0 ? known.every((value) => value === 0) : known.every((value) => value >= target)
}
