import { BarsFigure } from '@/components/statistics/charts/bars-figure'
import type { PublicTable } from '@/lib/domain/statistics/open-data/public-table'
import type { Translator } from '@/lib/i18n/translate'
import { unitText } from './cell-text'
import { linesOf, NOBODY } from './measure-table'

/** The lines of a measure as bars with their interval, and what others published as a mark; doubtful figures are left out. */
export function MeasurePicture({
  t,
  table,
  measure,
}: {
  t: Translator
  table: PublicTable
  measure: PublicTable['measures'][number]
}) {
  const { code, unit, name } = measure
  const cells = new Map(
    table.cells.flatMap((cell) => (cell.measure === code && cell.column === null ? [[cell.row, cell]] : [])),
  )
  const marks = new Map(
    table.published_elsewhere.flatMap((one) =>
      one.measure === code && !one.is_doubtful ? [[one.row, one.value]] : [],
    ),
  )
  const text = (value: number) => unitText(value, unit, t.locale)
  const lines = linesOf(t, table)
    .filter((line) => line.code !== null || table.rows === null || marks.has(null))
    .map((line) => {
      const cell = cells.get(line.code) ?? NOBODY
      const mark = marks.get(line.code) ?? null
      const { interval_low: low, interval_high: high } = cell
      const isBetween = typeof low === 'number' && typeof high === 'number'
      return {
        key: line.code ?? '',
        name: line.label,
        count: null,
        isHeldBack: cell.value === 's',
        text: typeof cell.value === 'number' ? text(cell.value) : '–',
        hidden: mark === null ? null : `${t('open_data.head_elsewhere')}: ${text(mark)}`,
        value: { value: cell.value, interval: isBetween ? { low, high, method: 'normal' as const } : null, mark },
      }
    })
  return (
    <BarsFigure
      caption={name}
      lines={lines}
      tickText={(tick) => text(tick)}
      words={{
        ours: t('open_data.ours'),
        interval: t('open_data.head_interval'),
        mark: marks.size === 0 ? null : t('open_data.head_elsewhere'),
        heldBack: t('open_data.held_back'),
        nothing: t('open_data.not_drawn'),
        axis: measure.about,
      }}
    />
  )
}
