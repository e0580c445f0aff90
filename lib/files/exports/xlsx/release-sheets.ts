import type { ReleaseMetadata } from '@/lib/domain/statistics/export/metadata'
import { FIGURES, TIDY_COLUMNS } from '@/lib/domain/statistics/export/tidy-columns'
import type { TidyRow } from '@/lib/domain/statistics/export/tidy-rows'
import { unitOf } from '@/lib/domain/statistics/export/units'
import { measureOf } from '@/lib/domain/statistics/registry/measure-list'
import type { MeasureUnit } from '@/lib/domain/statistics/registry/measures'
import type { Words } from '@/lib/domain/statistics/definitions'
import type { FileValue } from '@/lib/domain/statistics/export/csv-text'
import type { Sheet, SheetRow } from './sheet'
import type { Style } from './styles'

const LOOKS: Readonly<Record<MeasureUnit, Style>> = {
  reports: 'count',
  payments: 'count',
  yen: 'yen',
  share: 'share',
  months: 'decimal',
  percent_a_year: 'decimal',
  hours: 'decimal',
  score: 'decimal',
}

/** Characters of a column of names. */
const NAME_WIDTH = 30

/** The rows of a release as in the CSV; numbers look like what they are. */
export function tableSheet(rows: Iterable<TidyRow>): Sheet {
  return {
    name: 'table',
    widths: TIDY_COLUMNS.map((name) => (name.endsWith('_name') ? NAME_WIDTH : Math.max(10, name.length + 3))),
    hasHeading: true,
    rows: tableRows(rows),
  }
}

function* tableRows(rows: Iterable<TidyRow>): Generator<SheetRow> {
  yield { values: TIDY_COLUMNS, styles: TIDY_COLUMNS.map(() => 'heading') }
  const looks = new Map<string, readonly Style[]>()
  for (const values of rows) {
    const measure = String(values[0])
    const styles = looks.get(measure) ?? looksOf(measure)
    looks.set(measure, styles)
    yield { values, styles }
  }
}

function looksOf(code: string): readonly Style[] {
  const measure = measureOf(code)
  return TIDY_COLUMNS.map((name): Style => {
    const figure = FIGURES.find((one) => one === name)
    if (figure === undefined || measure === null) return name === 'smallest_cell' ? 'count' : 'text'
    return LOOKS[unitOf(measure, figure)]
  })
}

/** What the numbers are and how they were made, so that the sheet can be quoted and made again. */
export function notesSheet(metadata: ReleaseMetadata, words: Words): Sheet {
  return { name: 'notes', widths: [34, 110], hasHeading: false, rows: notes(metadata, words) }
}

function* notes(metadata: ReleaseMetadata, words: Words): Generator<SheetRow> {
  const { question, disclosure } = metadata
  yield heading(words('statistics.export_notes'))
  yield line(words('statistics.export_warning'), metadata.warning)
  yield line(words('statistics.export_held'), disclosure.about)
  for (const [status, about] of Object.entries(metadata.status)) yield line(`status ${status}`, about)
  yield line('smallest_cell', disclosure.smallestCell)
  yield line('rounding', disclosure.rounding)
  yield line('basis', metadata.basis)
  yield heading(words('statistics.export_question'))
  yield line('query_id', metadata.queryId)
  yield line('address', question.address)
  yield line('measures', metadata.definitions.map(({ code, name }) => named(name, code)).join('; '))
  yield line('rows', named(question.rowsName, question.rows))
  yield line('columns', named(question.columnsName, question.columns))
  yield line('received_from', question.receivedFrom)
  yield line('received_to', question.receivedTo)
  for (const { name, dimension, values, names } of question.filters)
    yield line(named(name, dimension) ?? '', values.map((value, at) => named(names[at] ?? null, value)).join('; '))
  yield line('scope', metadata.scope)
  yield heading(words('statistics.export_columns'))
  for (const { name, about } of metadata.columns) yield line(name, about)
  yield heading(words('statistics.export_made_with'))
  yield line('as_of', metadata.asOf)
  yield line('made_at', metadata.madeAt)
  yield line('version', metadata.version)
  yield line('format_version', metadata.formatVersion)
  yield line('codes_version', metadata.codesVersion)
  yield line('rules_as_of', metadata.rulesAsOf)
  yield line(words('statistics.export_rules'), metadata.rules.map(({ id, version }) => `${id} ${version}`).join('; '))
  yield line('rates_as_of', metadata.ratesAsOf)
  for (const { source, currencies, until } of metadata.rates)
    yield line(words('statistics.export_rates'), `${source}: ${currencies.join(', ')} (${until})`)
  for (const definition of metadata.definitions) {
    yield heading(`${definition.name} (${definition.code})`)
    yield line(words('statistics.export_about'), definition.about)
    yield line(words('statistics.export_formula'), definition.formula)
    yield line(words('statistics.export_population'), definition.population)
    yield line(words('statistics.export_quality'), definition.quality)
    yield line(words('statistics.export_unit'), definition.unit)
    yield line(words('statistics.export_source'), definition.source)
  }
}

function named(name: string | null, code: string | null): string | null {
  return name === null || code === null || name === code ? code : `${name} (${code})`
}

function heading(text: string): SheetRow {
  return { values: [text], styles: ['heading'] }
}

function line(name: string, value: FileValue): SheetRow {
  return { values: [name, value ?? '–'], styles: ['text', typeof value === 'number' ? 'plain' : 'words'] }
}
