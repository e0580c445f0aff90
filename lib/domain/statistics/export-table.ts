import type { Published } from './published'
import type { StatisticsFilter } from './filter'
import type { ShownCounts } from './shown-counts'
import type { ShownAverage, ShownShare, ShownSurveyRow } from './shown-survey'
import { SURVEY_PERIOD } from './survey-baseline'
import { SMALLEST_CELL } from './suppress'

/** A value in a file: numbers as numbers, `s` held back, null for what was not asked or not published. */
export type ExportValue = string | number | bigint | null
/** A table for machines: codes, plain numbers, ISO dates. Every row carries what the figures mean, because files are torn from their pages. */
export type ExportTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly ExportValue[])[] }

/** What every file says about itself. */
export type ExportFacts = {
  readonly filter: StatisticsFilter
  readonly madeOn: string
  readonly rate: { readonly jpyPerUsd: string; readonly period: string } | null
}

/** A column with its value in one row. */
export type Field = readonly [column: string, value: ExportValue]

/** The fee table, one row per country. */
export function surveyExport(rows: readonly ShownSurveyRow[], facts: ExportFacts): ExportTable {
  return tableOf(
    rows.map((row) => [
      ['origin', row.origin],
      ['reports', row.reports],
      ['survey_respondents', row.publishedRespondents],
      ...shareFields('sending', row.sendingShare),
      ...averageFields('sending', row.sendingAverage),
      ...shareFields('broker', row.brokerShare),
      ...averageFields('broker', row.brokerAverage),
      ...shareFields('debt', row.debtShare),
      ...averageFields('debt', row.debtAverage),
      ['jpy_per_usd', facts.rate?.jpyPerUsd ?? null],
      ['jpy_per_usd_period', facts.rate?.period ?? null],
      ['survey_from', SURVEY_PERIOD.from],
      ['survey_to', SURVEY_PERIOD.to],
      ...aboutFields(facts),
    ]),
  )
}

/** Counts by one dimension, one row per code. */
export function countsExport(counts: ShownCounts, facts: ExportFacts): ExportTable {
  const about: readonly Field[] = [['all_reports', counts.reports], ...aboutFields(facts)]
  const rows = counts.rows.map(({ code, reports }): readonly Field[] => [
    [counts.dimension, code],
    ['reports', reports],
    ...about,
  ])
  return rows.length > 0
    ? tableOf(rows)
    : { columns: [counts.dimension, 'reports', ...about.map(([column]) => column)], rows: [] }
}

function shareFields(name: string, cell: ShownShare): readonly Field[] {
  return [
    [`${name}_people`, cell.people],
    [`${name}_answered`, cell.of],
    [`${name}_share_pct`, decimal(cell.tenths)],
    [`survey_${name}_share_pct`, cell.published === null ? null : decimal(cell.published.value)],
    [`survey_${name}_share_doubtful`, doubt(cell.published)],
    [`${name}_share_difference_points`, decimal(cell.differenceTenths)],
  ]
}

function averageFields(name: string, cell: ShownAverage): readonly Field[] {
  return [
    [`${name}_amounts`, cell.people],
    [`${name}_mean_jpy`, cell.jpy],
    [`survey_${name}_mean_jpy`, cell.publishedJpy?.value ?? null],
    [`${name}_mean_jpy_difference_pct`, decimal(cell.differenceTenths)],
    [`${name}_mean_usd`, cell.usd],
    [`survey_${name}_mean_usd`, cell.publishedUsd?.value ?? null],
    [`survey_${name}_mean_usd_doubtful`, doubt(cell.publishedUsd)],
  ]
}

/** What every row of every file says: the filter, the threshold, the basis, the day. */
export function aboutFields({ filter, madeOn }: ExportFacts): readonly Field[] {
  return [
    ['received_from', filter.from],
    ['received_to', filter.to],
    ['scheme', filter.scheme ?? 'all'],
    ['smallest_cell', SMALLEST_CELL],
    ['basis', 'self_reported_not_a_sample'],
    ['made_on', madeOn],
  ]
}

function doubt(published: Published | null): ExportValue {
  return published === null ? null : published.isDoubtful === true ? 'yes' : 'no'
}

/** Tenths as a decimal: -14 is -1.4. A tenth of a whole number prints with one digit. */
export function decimal(tenths: number | 's' | null): ExportValue {
  return typeof tenths === 'number' ? tenths / 10 : tenths
}

/** Rows of fields as a table; all rows have the fields of the first. */
export function tableOf(rows: readonly (readonly Field[])[]): ExportTable {
  return { columns: rows[0]?.map(([column]) => column) ?? [], rows: rows.map((row) => row.map(([, value]) => value)) }
}
