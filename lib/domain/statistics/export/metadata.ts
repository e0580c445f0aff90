import { CODES_VERSION } from '../codes-version'
import { definitionOf, type Definition } from '../definitions'
import { queryAddress } from '../query-text'
import type { DimensionCode } from '../registry/dimensions'
import { measureOf } from '../registry/measure-list'
import type { Release } from '../released-table'
import { BASIS } from './tidy-rows'
import { FIGURES, TIDY_COLUMNS, TOTAL } from './tidy-columns'
import type { FileWords } from './names'

/** A new one for every change that a reader of the files must know of. */
export const EXPORT_VERSION = 2

/** What verdicts and yen were made with: every fee rule with its version, and every source of rates with its newest period. */
export type FileBasis = {
  readonly rules: readonly { readonly id: string; readonly version: number }[]
  readonly rates: readonly {
    readonly source: string
    readonly currencies: readonly string[]
    readonly until: string
  }[]
}

/** What a written file is recognised by; sums of the whole file. */
export type WrittenFile = {
  readonly name: string
  readonly contentType: string
  readonly rows: number
  readonly bytes: number
  readonly sha256: string
}

/**
 * What stands beside every file, so that the same numbers can be made again and nobody takes them for more than they are. Ask
 * `question.address` again: the same `version` has the same numbers. It is the number of the last writing of this question in the log of
 * releases (ADR 040), one order for all processes; always 0 of public tables, whose day says it.
 */
export type ReleaseMetadata = {
  readonly format: 'fair-passage-statistics-metadata'
  readonly formatVersion: number
  readonly queryId: string
  readonly scope: string
  readonly question: {
    readonly address: string
    readonly measures: readonly string[]
    readonly rows: string | null
    readonly rowsName: string | null
    readonly columns: string | null
    readonly columnsName: string | null
    readonly receivedFrom: string | null
    readonly receivedTo: string | null
    readonly filters: readonly {
      readonly dimension: string
      readonly name: string
      readonly values: readonly string[]
      readonly names: readonly string[]
    }[]
  }
  readonly asOf: string
  readonly version: number
  readonly rulesAsOf: string | null
  readonly rules: FileBasis['rules']
  readonly ratesAsOf: string | null
  readonly rates: FileBasis['rates']
  readonly codesVersion: string
  readonly madeAt: string
  readonly basis: string
  readonly warning: string
  readonly disclosure: {
    readonly smallestCell: number
    readonly rounding: number
    readonly heldBack: 's'
    readonly about: string
  }
  readonly columns: readonly { readonly name: string; readonly about: string }[]
  readonly total: string
  readonly status: Readonly<Record<string, string>>
  readonly definitions: readonly Definition[]
  readonly file: WrittenFile | null
}

/** Metadata of a release in the language of `words`. `madeAt`: when the file was written. */
export function releaseMetadata(
  { facts }: Release,
  {
    words: { words, names },
    basis,
    madeAt,
    file = null,
  }: {
    readonly words: FileWords
    readonly basis: FileBasis
    readonly madeAt: Date
    readonly file?: WrittenFile | null
  },
): ReleaseMetadata {
  const { query } = facts
  const nameOf = (dimension: DimensionCode | null) => dimension && names.dimension(dimension)
  return {
    format: 'fair-passage-statistics-metadata',
    formatVersion: EXPORT_VERSION,
    queryId: facts.queryId,
    scope: facts.scope,
    question: {
      address: queryAddress(query).toString(),
      measures: query.measures,
      rows: query.rows,
      rowsName: nameOf(query.rows),
      columns: query.columns,
      columnsName: nameOf(query.columns),
      receivedFrom: query.from,
      receivedTo: query.to,
      filters: query.filters.map(({ dimension, values }) => ({
        dimension,
        name: names.dimension(dimension),
        values,
        names: values.map((value) => names.value(dimension, value)),
      })),
    },
    asOf: facts.asOf.toISOString(),
    version: facts.version,
    rulesAsOf: facts.rulesAsOf,
    rules: basis.rules,
    ratesAsOf: facts.ratesAsOf,
    rates: basis.rates,
    codesVersion: CODES_VERSION,
    madeAt: madeAt.toISOString(),
    basis: BASIS,
    warning: `${words('statistics.not_a_sample')} ${words('statistics.not_a_sample_more')}`,
    disclosure: {
      smallestCell: query.threshold,
      rounding: query.rounding,
      heldBack: 's',
      about: words('statistics.export_held_back'),
    },
    columns: TIDY_COLUMNS.map((name) => ({
      name,
      about: words(
        FIGURES.some((figure) => figure === name)
          ? `statistics.export_figure_${name}`
          : `statistics.export_column_${name}`,
      ),
    })),
    total: TOTAL,
    status: {
      a: words('statistics.export_status_a'),
      p: words('statistics.export_status_p'),
      s: words('statistics.export_status_s'),
      m: words('statistics.export_status_m'),
    },
    definitions: query.measures.flatMap((code) => {
      const measure = measureOf(code)
      return measure ? [definitionOf(measure, words)] : []
    }),
    file,
  }
}
