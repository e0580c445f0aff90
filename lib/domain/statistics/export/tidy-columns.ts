import type { StatisticQuery } from '../query'
import { dimensionOf, type DimensionCode } from '../registry/dimensions'
import type { ReleasedCell, Shown } from '../released-table'

/**
 * Figures of a cell, in the order of every export. `interval_*` of the share or of the median, `mean_interval_*` of the mean;
 * `reporters` are all who stand in the cell, `base` those (or the payments) that have the fact, `missing` the others.
 */
export const FIGURES = [
  'value',
  'reporters',
  'base',
  'missing',
  'hits',
  'sum',
  'p10',
  'p25',
  'median',
  'p75',
  'p80',
  'p90',
  'interval_low',
  'interval_high',
  'mean_interval_low',
  'mean_interval_high',
] as const
export type Figure = (typeof FIGURES)[number]

/** Columns of the tidy table, one row per cell: codes for programs, names beside them for people. */
export const TIDY_COLUMNS = [
  'measure',
  'measure_name',
  'unit',
  'row_dimension',
  'row',
  'row_name',
  'column_dimension',
  'column',
  'column_name',
  'status',
  ...FIGURES,
  'interval_method',
  'mean_interval_method',
  'smallest_cell',
  'basis',
  'query_id',
  'as_of',
  'since',
] as const
export type TidyColumn = (typeof TIDY_COLUMNS)[number]

/** Stands for all values of a dimension, as in the code lists of SDMX (CL_AREA and others). */
export const TOTAL = '_T'

/** `s`: the value is held back; `p`: shown, another figure of the row is held back; `m`: nobody has the fact; `a`: shown. */
export type Status = 's' | 'p' | 'm' | 'a'

/** The figures of a cell in the order of FIGURES. */
export function figuresOf(cell: ReleasedCell): Shown[] {
  const { spread, interval, meanInterval } = cell
  return [
    cell.value,
    cell.reporters,
    cell.base,
    cell.missing,
    cell.hits,
    cell.sum,
    spread === null ? null : spread.p10,
    spread === null ? null : spread.p25,
    spread === null ? null : spread.median,
    spread === null ? null : spread.p75,
    spread === null ? null : spread.p80,
    spread === null ? null : spread.p90,
    lowOf(interval),
    highOf(interval),
    lowOf(meanInterval),
    highOf(meanInterval),
  ]
}

function lowOf(interval: ReleasedCell['interval']): Shown {
  return interval === null || interval === 's' ? interval : interval.low
}

function highOf(interval: ReleasedCell['interval']): Shown {
  return interval === null || interval === 's' ? interval : interval.high
}

/** How a cell stands, of its figures. */
export function statusOf(figures: readonly Shown[]): Status {
  const [value = null] = figures
  if (value === 's') return 's'
  if (figures.includes('s')) return 'p'
  return value === null ? 'm' : 'a'
}

const FIXED_TAGS: Readonly<Partial<Record<TidyColumn, string>>> = {
  measure: '#indicator+code',
  measure_name: '#indicator+name',
  unit: '#indicator+unit',
  row_dimension: '#meta+row+dimension',
  column_dimension: '#meta+column+dimension',
  status: '#status+suppression',
  value: '#indicator+value+num',
  reporters: '#affected+reporters+num',
  base: '#affected+base+num',
  missing: '#affected+missing+num',
  hits: '#affected+hits+num',
  smallest_cell: '#meta+smallest_cell',
  basis: '#meta+basis',
  query_id: '#meta+query+id',
  as_of: '#date+updated',
  since: '#date+since',
}

/** HXL tags of the columns (hxlstandard.org, 1.1), in their order. Countries and dates say so. */
export function hxlTags({ rows, columns }: Pick<StatisticQuery, 'rows' | 'columns'>): string[] {
  return TIDY_COLUMNS.map((name) => {
    if (name === 'row') return axisTag(rows, 'row')
    if (name === 'column') return axisTag(columns, 'column')
    if (name === 'row_name') return nameTag(rows, 'row')
    if (name === 'column_name') return nameTag(columns, 'column')
    return FIXED_TAGS[name] ?? `#indicator+${name}${name.endsWith('_method') ? '' : '+num'}`
  })
}

function axisTag(dimension: DimensionCode | null, axis: 'row' | 'column'): string {
  if (dimension === 'origin') return `#country+origin+code+v_iso2+${axis}`
  if (dimension !== null && dimensionOf(dimension)?.isTime === true) return `#date+${dimension}+${axis}`
  return `#meta+${axis}+code`
}

function nameTag(dimension: DimensionCode | null, axis: 'row' | 'column'): string {
  return dimension === 'origin' ? `#country+origin+name+${axis}` : `#meta+${axis}+name`
}
