import { ScrollRegion } from '@/components/ui/scroll-region'
import type { PublicTable } from '@/lib/domain/statistics/open-data/public-table'
import { formatCount } from '@/lib/i18n/format'
import type { Translator } from '@/lib/i18n/translate'
import { unitText } from './cell-text'
import { linesOf } from './measure-table'
import { ShownNumber } from './shown-number'

/** A measure by rows and columns; below each number, of how many it is. */
export function CrossTable({
  t,
  table,
  measure,
}: {
  t: Translator
  table: PublicTable
  measure: PublicTable['measures'][number]
}) {
  const { form, unit, code, name } = measure
  const at = (row: string | null, column: string | null) => JSON.stringify([row, column])
  const cells = new Map(
    table.cells.flatMap((cell) => (cell.measure === code ? [[at(cell.row, cell.column), cell] as const] : [])),
  )
  const columns = [...(table.columns?.values ?? []), { code: null, label: t('open_data.total') }]
  return (
    <ScrollRegion label={name}>
      <table className="grid">
        <caption className="vh">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{table.rows?.name}</th>
            {columns.map((column) => (
              <th scope="col" className="n" key={column.code ?? ''}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linesOf(t, table).map((row) => (
            <tr key={row.code ?? ''} className={row.code === null ? 'all' : undefined}>
              <th scope="row">{row.label}</th>
              {columns.map((column) => {
                const cell = cells.get(at(row.code, column.code))
                const value = cell?.value ?? (form === 'count' ? 0 : null)
                const n = typeof cell?.n === 'number' && form !== 'count' ? formatCount(cell.n, t.locale) : undefined
                return (
                  <ShownNumber
                    key={column.code ?? ''}
                    t={t}
                    value={value}
                    text={(number) => unitText(number, unit, t.locale)}
                    {...(n === undefined ? {} : { remark: `${t('open_data.head_n')}: ${n}` })}
                  />
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
