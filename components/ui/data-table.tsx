import type { ReactNode } from 'react'
import { ScrollRegion } from './scroll-region'

export type Column<Row> = {
  readonly key: string
  readonly head: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** Numbers stand at the end in digits of equal width. */
  readonly isNumber?: boolean
  /** The cell that names the row. */
  readonly isRowHead?: boolean
  readonly className?: string
}

/** A plain table of figures or facts with a caption, in a region of its own. */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  keyOf,
  foot,
}: {
  caption: string
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
  foot?: ReactNode
}) {
  return (
    <ScrollRegion label={caption}>
      <table className="grid">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.isNumber ? 'n' : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              {columns.map((column) => {
                const className = [column.isNumber ? 'n' : '', column.className ?? ''].join(' ').trim() || undefined
                return column.isRowHead ? (
                  <th key={column.key} scope="row" className={className}>
                    {column.cell(row)}
                  </th>
                ) : (
                  <td key={column.key} className={className}>
                    {column.cell(row)}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        {foot === undefined ? null : <tfoot>{foot}</tfoot>}
      </table>
    </ScrollRegion>
  )
}
