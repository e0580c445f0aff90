import type { ReactNode } from 'react'
import type { DimensionCode } from '@/lib/domain/statistics/registry/dimensions'
import type { ReleasedTable } from '@/lib/domain/statistics/released-table'
import type { WorkbenchQuery } from '@/lib/domain/statistics/workbench/address'
import type { AnswerTable } from '@/lib/domain/statistics/workbench/answer-lines'
import { picturesOf, type Picture } from '@/lib/domain/statistics/workbench/pictures'
import type { Translator } from '@/lib/i18n/translate'
import { dimensionInSentence } from './answer-words'
import { MeasureBars, MeasureFlow, MeasureLines, MeasureSpread } from './measure-figures'

/** A picture of an answer, with its title. */
export type Made = { readonly kind: Picture; readonly title: string; readonly key: string; readonly picture: ReactNode }

/** The pictures of one measure. `measure`: its name; `beside`: what stands beside ours. Of several measures each has its first picture only. */
export function picturesOfMeasure(
  t: Translator,
  table: AnswerTable,
  released: ReleasedTable,
  measure: string,
  { rows, columns }: WorkbenchQuery['query'],
  beside: string | null,
  isOneOfSeveral: boolean,
): Made[] {
  if (rows === null) return []
  const kinds = picturesOf(table.measure, rows, columns)
  return (isOneOfSeveral ? kinds.slice(0, 1) : kinds).map((kind): Made => {
    const title = titleOf(t, kind, measure, rows, columns)
    return { kind, key: `${table.measure.code} ${kind}`, title, picture: pictureOf() }

    function pictureOf(): ReactNode {
      switch (kind) {
        case 'bars':
          return (
            <>
              <MeasureBars t={t} table={table} title={title} beside={beside} />
              {columns === null ? null : <p className="by">{t('statistics.bars_over_all')}</p>}
            </>
          )
        case 'spread':
          return <MeasureSpread t={t} table={table} title={title} />
        case 'lines':
          return (
            <MeasureLines t={t} table={table} released={released} columns={columns} title={title} beside={beside} />
          )
        case 'flow':
          return columns === null ? null : (
            <MeasureFlow t={t} table={table} released={released} columns={columns} title={title} />
          )
        default:
          return kind satisfies never
      }
    }
  })
}

function titleOf(
  t: Translator,
  kind: Picture,
  measure: string,
  rowsCode: DimensionCode,
  columnsCode: DimensionCode | null,
): string {
  const rows = dimensionInSentence(t, rowsCode)
  const columns = columnsCode === null ? '' : dimensionInSentence(t, columnsCode)
  switch (kind) {
    case 'bars':
      return t('statistics.title_by', { measure, rows })
    case 'spread':
      return t('statistics.title_spread', { measure, rows })
    case 'lines':
      return t('statistics.title_lines', { measure })
    case 'flow':
      return t('statistics.title_flow', { measure, rows, columns })
    default:
      return kind satisfies never
  }
}
