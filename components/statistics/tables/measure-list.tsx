import { ScrollRegion } from '@/components/ui/scroll-region'
import type { AnswerLine, AnswerTable } from '@/lib/domain/statistics/workbench/answer-lines'
import type { Translator } from '@/lib/i18n/translate'
import { countText } from '../count-text'
import { footnoteNumber, type Footnote } from '../footnotes'
import { valueName } from '@/lib/i18n/statistic-names'
import { figureText } from '../number-text'
import { DifferenceCell, FigureCell, PublishedCell, RangeCell } from './figure-cell'

/** Measures over all reports, one line each; those in parts (channels, languages) with a line for each part. */
export function MeasureList({
  t,
  tables,
  names,
  caption,
  beside,
  footnotes,
}: {
  t: Translator
  tables: readonly AnswerTable[]
  names: readonly string[]
  caption: string
  beside: string | null
  footnotes: readonly Footnote[]
}) {
  return (
    <ScrollRegion label={caption}>
      <table className="grid">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="keep">
              {t('statistics.col_measure')}
            </th>
            <th scope="col" className="n">
              {t('statistics.col_value')}
            </th>
            <th scope="col" className="n">
              {t('statistics.col_interval')}
            </th>
            {beside === null ? null : (
              <>
                <th scope="col" className="n">
                  {beside}
                </th>
                <th scope="col" className="n">
                  {t('statistics.difference')}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {tables.flatMap((table, index) => {
            const lines = [...(table.all === null ? [] : [table.all]), ...table.lines]
            return lines.map((line) => (
              <Line
                key={`${table.measure.code} ${line.row ?? ''}`}
                t={t}
                table={table}
                line={line}
                name={nameOf(t, names[index] ?? '', line)}
                hasBeside={beside !== null}
                footnotes={footnotes}
              />
            ))
          })}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function nameOf(t: Translator, measure: string, { row }: AnswerLine): string {
  return row === null ? measure : `${measure}, ${valueName(t, null, row)}`
}

function Line({
  t,
  table: { measure, unit },
  line,
  name,
  hasBeside,
  footnotes,
}: {
  t: Translator
  table: AnswerTable
  line: AnswerLine
  name: string
  hasBeside: boolean
  footnotes: readonly Footnote[]
}) {
  return (
    <tr>
      <th scope="row" className="keep">
        {name}
      </th>
      <FigureCell
        t={t}
        value={line.value}
        unit={unit}
        text={figureText}
        remark={countText(line.cell, measure, t)}
        isMain
      />
      <RangeCell t={t} range={line.interval} unit={unit} />
      {hasBeside ? (
        <>
          {line.other === null ? (
            <PublishedCell t={t} point={line.published} footnote={footnoteNumber(line.published, footnotes)} />
          ) : (
            <FigureCell t={t} value={line.other.value} unit={unit} />
          )}
          <DifferenceCell t={t} difference={line.difference} />
        </>
      ) : null}
    </tr>
  )
}
