import type { FileValue } from '@/lib/domain/statistics/export/csv-text'
import type { ShownKpi } from './shown-kpis'

/** A table for machines: codes, plain numbers, ISO dates. */
export type ExportTable = {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly FileValue[])[]
}

const COLUMNS = [
  'criterion',
  'kpi',
  'part',
  'unit',
  'value',
  'hits',
  'out_of',
  'target',
  'office',
  'from',
  'to',
  'made_on',
  'as_of',
] as const

/** The measures as a table for machines: one row a value, `s` where it is held back, a row without value where nothing was counted. */
export function learningExport(
  kpis: readonly ShownKpi[],
  about: {
    readonly office: string | null
    readonly from: string | null
    readonly to: string | null
    readonly madeOn: string
    readonly asOf: Date
  },
): ExportTable {
  const tail = [about.office ?? 'all', about.from, about.to, about.madeOn, about.asOf.toISOString()]
  return {
    columns: COLUMNS,
    rows: kpis.flatMap(({ kpi, values }) => {
      const head = (part: string | null) => [kpi.criterion, kpi.code, part, kpi.form]
      if (values.length === 0) return [[...head(null), null, null, null, kpi.target, ...tail]]
      return values.map((value) =>
        value.held
          ? [...head(value.part), 's', 's', 's', kpi.target, ...tail]
          : [...head(value.part), rounded(value.value), value.hits, value.base, kpi.target, ...tail],
      )
    }),
  }
}

/** Three places: more would say more than was counted. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
