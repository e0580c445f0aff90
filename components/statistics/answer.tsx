import type { ReactNode } from 'react'
import { EmptyState } from '@/components/ui/empty-state'
import { Figures, type Figure } from '@/components/ui/figures'
import type { Release, ReleasedTable } from '@/lib/domain/statistics/released-table'
import type { WorkbenchQuery } from '@/lib/domain/statistics/workbench/address'
import { answerTable, type AnswerTable as Answered, type Beside } from '@/lib/domain/statistics/workbench/answer-lines'
import { isNobody } from '@/lib/domain/statistics/workbench/held-back'
import type { Translator } from '@/lib/i18n/translate'
import { AnswerNotes, MakingOf } from './answer-notes'
import { picturesOfMeasure, type Made } from './answer-pictures'
import { besideText, definitionIn } from './answer-words'
import { countText } from './count-text'
import { Definitions } from './definitions'
import { footnotesOf } from './footnotes'
import { HeldBackNote } from './held-back-note'
import { figureText, intervalText } from './number-text'
import { AnswerTable, tableTitle } from './tables/answer-table'
import { MeasureTable } from './tables/measure-table'

/** Figures on one page; more are one question each. */
const MOST_FIGURES = 6
/** Figures above the table, each over all lines. */
const MOST_TOTALS = 4
/** Columns of a table that stands beside its picture. */
const MOST_NARROW = 3

/** The answer: figures over all, each table beside the picture of the same numbers, notes, and how it was made. */
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
  const names = tables.map(({ measure }) => definitionIn(t, measure).name)
  if (release.tables.every(isNobody)) return <NobodyCounted t={t} query={query} methodsHref={methodsHref} />
  const beside = besideText(t, comparison)
  const footnotes = footnotesOf(comparison, query.measures)
  const totals = tables.slice(0, MOST_TOTALS).flatMap((table, index) => totalOf(t, table, names[index] ?? ''))
  const made = tables.flatMap((table, index) => {
    const released = release.tables[index]
    return released === undefined
      ? []
      : picturesOfMeasure(t, table, released, names[index] ?? '', query, beside, tables.length > 1)
  })
  const figures = made
    .slice(0, MOST_FIGURES)
    .map((one, index) => <Drawn key={one.key} t={t} index={index} made={one} />)
  const title = tableTitle(t, names, query)
  const [single] = tables
  // The heading has said that number.
  const isOnlyCount = tables.length === 1 && single?.measure.form === 'count'
  const isAmount = tables.length === 1 && query.columns === null && single?.measure.form === 'amount'
  const isWide = tables.length > 1 || (release.tables[0]?.columns.length ?? 0) > MOST_NARROW
  const spread = t('statistics.title_spread_table', { measure: names[0] ?? '' })
  return (
    <>
      {totals.length === 0 || isOnlyCount ? null : <Figures figures={totals} />}
      <HeldBackNote t={t} release={release} />
      <div className={isWide ? 'stack sheets' : isAmount ? 'cols sheets wideleft' : 'cols sheets'}>
        <Block id="table" title={t('statistics.table_number', { number: 1, title })}>
          <AnswerTable
            t={t}
            release={release}
            tables={tables}
            names={names}
            query={query}
            beside={beside}
            footnotes={footnotes}
            caption={title}
          />
          {beside !== null && tables.every(hasNoCommonLine) && query.rows !== null ? (
            <p className="by">{t('statistics.no_common_lines')}</p>
          ) : null}
          <p className="noprint">
            <a href={`${methodsHref}${single !== undefined && tables.length === 1 ? `#${single.measure.code}` : ''}`}>
              {t('statistics.methods_this')}
            </a>
          </p>
        </Block>
        {isAmount ? (
          <>
            {figures[0]}
            <Block id="table-2" title={t('statistics.table_number', { number: 2, title: spread })}>
              <MeasureTable
                t={t}
                table={single}
                part="spread"
                caption={spread}
                rowsHead={query.rows === null ? t('statistics.choose_rows') : t(`statistics.dimension_${query.rows}`)}
                beside={beside}
                footnotes={footnotes}
              />
            </Block>
            {figures.slice(1)}
          </>
        ) : (
          <div className={isWide && made.length > 1 ? 'cols sheets' : 'stack sheets'}>
            {figures}
            {made.length === 0 && tables.length === 1 ? <p className="by">{t('statistics.picture_rows')}</p> : null}
          </div>
        )}
      </div>
      <AnswerNotes t={t} release={release} comparison={comparison} />
      <Definitions t={t} measures={tables.map(({ measure }) => measure)} methodsHref={methodsHref} />
      <MakingOf t={t} release={release} methodsHref={methodsHref} />
    </>
  )
}

/** Of a whole service without reports: when there will be numbers. Of a narrowed question: what to take away. */
function NobodyCounted({
  t,
  query,
  methodsHref,
}: {
  t: Translator
  query: WorkbenchQuery['query']
  methodsHref: string
}) {
  const isNarrowed = query.filters.length > 0 || query.from !== null || query.to !== null
  return (
    <EmptyState title={t(isNarrowed ? 'statistics.nothing_counted' : 'statistics.nobody_yet')}>
      {isNarrowed ? <p>{t('statistics.nothing_counted_help')}</p> : null}
      <p>{t('statistics.nobody_yet_help', { threshold: query.threshold })}</p>
      <p>
        <a href={methodsHref}>{t('statistics.methods_of_all')}</a>
      </p>
    </EmptyState>
  )
}

function besideOf(table: ReleasedTable, other: Release | null, comparison: WorkbenchQuery['comparison']): Beside {
  if (comparison.kind === 'series') return { kind: 'series', series: comparison.series }
  const same = other?.tables.find(({ measure }) => measure === table.measure)
  return same === undefined ? { kind: 'none' } : { kind: 'ours', table: same }
}

function totalOf(t: Translator, { measure, all }: Answered, name: string): Figure[] {
  if (all === null || typeof all.cell.value !== 'number') return []
  const interval =
    all.interval === null || all.interval === 's'
      ? null
      : `${t('statistics.legend_interval')} ${intervalText(all.interval, measure.unit, t)}`
  const remark = [countText(all.cell, measure, t), interval].filter((part) => part !== null).join(' · ')
  return [{ name, value: figureText(all.cell.value, measure.unit, t), remark }]
}

function hasNoCommonLine({ lines }: Answered): boolean {
  return lines.every(({ other, published }) => published === null && (other === null || other.value === null))
}

function Drawn({ t, index, made: { title, picture } }: { t: Translator; index: number; made: Made }) {
  return (
    <Block id={`figure-${index + 1}`} title={t('statistics.figure_number', { number: index + 1, title })}>
      {picture}
    </Block>
  )
}

function Block({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section className="block" id={id} aria-labelledby={`${id}-heading`}>
      <h2 id={`${id}-heading`}>{title}</h2>
      {children}
    </section>
  )
}
