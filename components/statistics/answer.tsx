import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { Figures, type Figure } from '@/components/ui/figures'
import { Note } from '@/components/ui/note'
import { dimensionOf } from '@/lib/domain/statistics/registry/dimensions'
import type { Release, ReleasedTable } from '@/lib/domain/statistics/released-table'
import type { WorkbenchQuery } from '@/lib/domain/statistics/workbench/address'
import { answerTable, type AnswerTable, type Beside } from '@/lib/domain/statistics/workbench/answer-lines'
import { picturesOf } from '@/lib/domain/statistics/workbench/pictures'
import type { Translator } from '@/lib/i18n/translate'
import { AnswerNotes, MakingOf } from './answer-notes'
import { besideText, definitionIn, dimensionInSentence } from './answer-words'
import { countText } from './count-text'
import { Definitions } from './definitions'
import { MeasureBars, MeasureFlow, MeasureLines, MeasureSpread } from './measure-figures'
import { figureText, intervalText } from './number-text'
import { MatrixTable } from './tables/matrix-table'
import { MeasureList } from './tables/measure-list'
import { MeasureTable } from './tables/measure-table'
import { SideBySideTable } from './tables/side-by-side-table'

/** Figures on one page; more are one question each. */
const MOST_FIGURES = 6
/** Figures above the table, each over all lines. */
const MOST_TOTALS = 4

/** Columns of a table that stands beside its picture. */
const MOST_NARROW = 3

type Made = { readonly title: string; readonly key: string; readonly picture: ReactNode }

/** The answer: figures over all, the table, the pictures of the same numbers, notes, and how it was made. */
export function Answer({
  t,
  release,
  other,
  workbench: { query, comparison },
  methodsHref,
}: {
  t: Translator
  release: Release
  /** Of the second question, measure by measure; null without one. */
  other: Release | null
  workbench: WorkbenchQuery
  methodsHref: string
}) {
  const tables = release.tables.map((table) => answerTable(table, query.rows, besideOf(table, other, comparison)))
  const beside = besideText(t, comparison)
  const names = tables.map(({ measure }) => definitionIn(t, measure).name)
  const totals = tables.slice(0, MOST_TOTALS).flatMap((table, index) => totalOf(t, table, names[index] ?? ''))
  if (release.tables.every(isEmpty))
    return (
      <EmptyState title={t('statistics.nothing_counted')}>
        <p>{t('statistics.nothing_counted_help')}</p>
      </EmptyState>
    )
  const made = tables.flatMap((table, index): Made[] => {
    const released = release.tables[index]
    if (released === undefined) return []
    return figuresOf(t, table, released, names[index] ?? '', { query, comparison }, beside, tables.length > 1)
  })
  const isWide =
    tables.length > 1 || tables[0]?.measure.form === 'amount' || (release.tables[0]?.columns.length ?? 0) > MOST_NARROW
  const title = tableTitle(t, tables, names, query)
  return (
    <>
      {totals.length === 0 ? null : <Figures figures={totals} />}
      {release.tables.every(isHeldBack) ? <Note tone="care">{t('statistics.all_held_back')}</Note> : null}
      <div className={isWide ? 'stack sheets' : 'cols sheets'}>
        <Block id="table" title={t('statistics.table_number', { number: 1, title })}>
          <Table t={t} release={release} tables={tables} names={names} query={query} beside={beside} caption={title} />
          {beside !== null && tables.every(hasNoCommonLine) && query.rows !== null ? (
            <p className="by">{t('statistics.no_common_lines')}</p>
          ) : null}
        </Block>
        <div className={isWide && made.length > 1 ? 'cols sheets' : 'stack sheets'}>
          {made.slice(0, MOST_FIGURES).map(({ title: figureTitle, key, picture }, index) => (
            <Block
              key={key}
              id={`figure-${index + 1}`}
              title={t('statistics.figure_number', { number: index + 1, title: figureTitle })}
            >
              {picture}
            </Block>
          ))}
          {made.length === 0 && tables.length === 1 ? <p className="by">{t('statistics.picture_rows')}</p> : null}
        </div>
      </div>
      <AnswerNotes t={t} release={release} comparison={comparison} />
      <Definitions t={t} measures={tables.map(({ measure }) => measure)} />
      <MakingOf t={t} release={release} methodsHref={methodsHref} />
    </>
  )
}

function besideOf(table: ReleasedTable, other: Release | null, comparison: WorkbenchQuery['comparison']): Beside {
  if (comparison.kind === 'series') return { kind: 'series', series: comparison.series }
  const same = other?.tables.find(({ measure }) => measure === table.measure)
  return same === undefined ? { kind: 'none' } : { kind: 'ours', table: same }
}

function figuresOf(
  t: Translator,
  table: AnswerTable,
  released: ReleasedTable,
  measure: string,
  { query: { rows, columns } }: WorkbenchQuery,
  beside: string | null,
  isOneOfSeveral: boolean,
): Made[] {
  if (rows === null) return []
  const rowsName = dimensionInSentence(t, rows)
  const columnsName = columns === null ? '' : dimensionInSentence(t, columns)
  const pictures = picturesOf(table.measure, rows, columns)
  return (isOneOfSeveral ? pictures.slice(0, 1) : pictures).map((picture): Made => {
    const key = `${table.measure.code} ${picture}`
    switch (picture) {
      case 'bars': {
        const title = t('statistics.title_by', { measure, rows: rowsName })
        const bars = <MeasureBars t={t} table={table} title={title} beside={beside} />
        const note = <p className="by">{t('statistics.bars_over_all')}</p>
        return {
          key,
          title,
          picture: columns === null ? bars : [<div key="bars">{bars}</div>, <div key="note">{note}</div>],
        }
      }
      case 'spread': {
        const title = t('statistics.title_spread', { measure, rows: rowsName })
        return { key, title, picture: <MeasureSpread t={t} table={table} title={title} /> }
      }
      case 'lines': {
        const title = t('statistics.title_lines', { measure })
        return {
          key,
          title,
          picture: (
            <MeasureLines t={t} table={table} released={released} columns={columns} title={title} beside={beside} />
          ),
        }
      }
      case 'flow': {
        const title = t('statistics.title_flow', { measure, rows: rowsName, columns: columnsName })
        const flow =
          columns === null ? null : (
            <MeasureFlow t={t} table={table} released={released} columns={columns} title={title} />
          )
        return { key, title, picture: flow }
      }
      default:
        return picture satisfies never
    }
  })
}

function Table({
  t,
  release,
  tables,
  names,
  query: { rows, columns },
  beside,
  caption,
}: {
  t: Translator
  release: Release
  tables: readonly AnswerTable[]
  names: readonly string[]
  query: WorkbenchQuery['query']
  beside: string | null
  caption: string
}) {
  const [first] = tables
  const [released] = release.tables
  if (first === undefined || released === undefined) return null
  const rowsHead = rows === null ? t('statistics.choose_rows') : t(`statistics.dimension_${rows}`)
  if (columns !== null)
    return <MatrixTable t={t} table={released} rows={rows} columns={columns} caption={caption} rowsHead={rowsHead} />
  if (tables.length === 1 && first.measure.form !== 'desk')
    return <MeasureTable t={t} table={first} caption={caption} rowsHead={rowsHead} beside={beside} />
  if (rows === null) return <MeasureList t={t} tables={tables} names={names} caption={caption} beside={beside} />
  return (
    <SideBySideTable
      t={t}
      tables={tables}
      names={names}
      rows={rows}
      caption={caption}
      rowsHead={rowsHead}
      beside={beside}
    />
  )
}

function tableTitle(
  t: Translator,
  tables: readonly AnswerTable[],
  names: readonly string[],
  { rows, columns }: WorkbenchQuery['query'],
): string {
  const dimension = (code: NonNullable<typeof rows>) => dimensionInSentence(t, code)
  const measure = names[0] ?? ''
  if (tables.length > 1)
    return rows === null
      ? t('statistics.title_measures_all', { count: tables.length })
      : t('statistics.title_measures', { count: tables.length, rows: dimension(rows) })
  if (rows !== null && columns !== null)
    return t('statistics.title_by_both', { measure, rows: dimension(rows), columns: dimension(columns) })
  const line = rows ?? columns
  return line === null || dimensionOf(line) === null
    ? measure
    : t('statistics.title_by', { measure, rows: dimension(line) })
}

function totalOf(t: Translator, { measure, all }: AnswerTable, name: string): Figure[] {
  if (all === null || typeof all.cell.value !== 'number') return []
  const interval =
    all.interval === null || all.interval === 's'
      ? null
      : `${t('statistics.legend_interval')} ${intervalText(all.interval, measure.unit, t)}`
  const remark = [countText(all.cell, measure, t), interval].filter((part) => part !== null).join(' · ')
  return [{ name, value: figureText(all.cell.value, measure.unit, t), remark }]
}

function hasNoCommonLine({ lines }: AnswerTable): boolean {
  return lines.every(({ other, published }) => published === null && (other === null || other.value === null))
}

function isEmpty({ cells }: ReleasedTable): boolean {
  return cells.every(({ reporters, value }) => reporters === 0 && (value === 0 || value === null))
}

function isHeldBack({ cells }: ReleasedTable): boolean {
  return cells.length > 0 && cells.every(({ value }) => value === 's')
}

function Block({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="block" id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{title}</h2>
      {children}
    </section>
  )
}
