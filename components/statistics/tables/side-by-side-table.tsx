import { ScrollRegion } from '@/components/ui/scroll-region'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import type { AnswerLine, AnswerTable } from '@/lib/domain/statistics/workbench/answer-lines'
import type { Translator } from '@/lib/i18n/translate'
import { countText } from '../count-text'
import { footnoteNumber, type Footnote } from '../footnotes'
import { valueName } from '@/lib/i18n/statistic-names'
import { DifferenceCell, FigureCell, PublishedCell } from './figure-cell'
import { UnitOf } from './unit-of'

/** Several measures side by side; with something beside them three lines for each row: ours, the other's, the difference. */
export function SideBySideTable({
  t,
  tables,
  names,
  rows,
  caption,
  rowsHead,
  beside,
  footnotes,
}: {
  t: Translator
  tables: readonly AnswerTable[]
  names: readonly string[]
  rows: DimensionCode | null
  caption: string
  rowsHead: string
  beside: string | null
  footnotes: readonly Footnote[]
}) {
  // Of payments and of reports, the same values stand in the same order; a line that one of them lacks is empty there.
  const lines = [...new Set(tables.flatMap((table) => table.lines.map(({ row }) => row)))]
  const order = tables.map((table) => new Map(table.lines.map((line) => [line.row, line])))
  return (
    <ScrollRegion label={caption}>
      <table className="grid">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="keep">
              {rowsHead}
            </th>
            {beside === null ? null : (
              <th scope="col">
                <span className="vh">{t('statistics.whose')}</span>
              </th>
            )}
            {names.map((name, index) => (
              <th key={name} scope="col" className="n fold">
                {name}
                <UnitOf t={t} unit={tables[index]?.unit} />
              </th>
            ))}
          </tr>
        </thead>
        {lines.map((row) => (
          <Row
            key={row}
            t={t}
            tables={tables}
            found={order.map((byRow) => byRow.get(row) ?? null)}
            name={valueName(t, rows, row)}
            beside={beside}
            footnotes={footnotes}
          />
        ))}
        <Row
          t={t}
          tables={tables}
          found={tables.map(({ all }) => all)}
          name={valueName(t, rows, null)}
          beside={beside}
          footnotes={footnotes}
          isTotal
        />
      </table>
    </ScrollRegion>
  )
}

function Row({
  t,
  tables,
  found,
  name,
  beside,
  footnotes,
  isTotal = false,
}: {
  t: Translator
  tables: readonly AnswerTable[]
  found: readonly (AnswerLine | null)[]
  name: string
  beside: string | null
  footnotes: readonly Footnote[]
  isTotal?: boolean
}) {
  const Group = isTotal ? 'tfoot' : 'tbody'
  const ours = tables.map(({ measure, unit }, index) => {
    const line = found[index] ?? null
    return (
      <FigureCell
        key={measure.code}
        t={t}
        value={line === null ? null : line.value}
        unit={unit}
        remark={line === null ? null : countText(line.cell, measure, t)}
        isMain
      />
    )
  })
  if (beside === null)
    return (
      <Group>
        <tr>
          <th scope="row" className="keep">
            {name}
          </th>
          {ours}
        </tr>
      </Group>
    )
  return (
    <Group>
      <tr>
        <th rowSpan={3} scope="rowgroup">
          {name}
        </th>
        <th scope="row">{t('statistics.ours')}</th>
        {ours}
      </tr>
      <tr className="theirs">
        <th scope="row" className="theirs">
          {beside}
        </th>
        {tables.map(({ measure, unit }, index) => {
          const line = found[index] ?? null
          if (line?.other)
            return (
              <FigureCell
                key={measure.code}
                t={t}
                value={line.other.value}
                unit={unit}
                remark={countText(line.other, measure, t)}
              />
            )
          const point = line?.published ?? null
          return <PublishedCell key={measure.code} t={t} point={point} footnote={footnoteNumber(point, footnotes)} />
        })}
      </tr>
      <tr>
        <th scope="row" className="theirs">
          {t('statistics.difference')}
        </th>
        {tables.map(({ measure }, index) => (
          <DifferenceCell key={measure.code} t={t} difference={found[index]?.difference ?? null} />
        ))}
      </tr>
    </Group>
  )
}
