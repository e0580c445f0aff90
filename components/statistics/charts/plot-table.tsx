import type { ReactNode } from 'react'
import type { Scale } from '@/lib/domain/statistics/charts/scale'
import { PLOT_WIDTH } from '@/lib/domain/statistics/charts/scale'

/** A line of a figure: its name, how many stand behind it, what is drawn, and the figure in words. */
export type PlotLine = {
  readonly key: string
  readonly name: string
  readonly count: string | null
  readonly isHeldBack: boolean
  readonly text: string
  /** Said to those who do not see the drawing. */
  readonly hidden: string | null
}

/** A drawing as rows of a table: the words are cells, the shapes are pictures of what the cells say. All rows share one axis. */
export function PlotTable({
  caption,
  lines,
  scale,
  tickText,
  heldBack,
  shape,
}: {
  caption: string
  lines: readonly PlotLine[]
  scale: Scale
  tickText: (tick: number) => string
  heldBack: string
  shape: (index: number) => ReactNode
}) {
  const grid = scale.ticks.map((tick) => `M${scale.place(tick)} 0V24`).join('')
  return (
    <table role="table" className="bars">
      <caption className="vh">{caption}</caption>
      <tbody role="rowgroup">
        {lines.map(({ key, name, count, isHeldBack, text, hidden }, index) => {
          const drawn = shape(index)
          return (
            <tr role="row" key={key}>
              <th role="rowheader" scope="row">
                {name} {count === null ? null : <span className="mute">{count}</span>}
              </th>
              <td role="cell">
                {typeof drawn === 'string' ? (
                  <span className="by">{drawn}</span>
                ) : (
                  <svg viewBox={`0 0 ${PLOT_WIDTH} 24`} preserveAspectRatio="none" aria-hidden="true">
                    <path className="gl" d={grid} />
                    {drawn}
                  </svg>
                )}
                {hidden === null ? null : <span className="vh">{hidden}</span>}
              </td>
              <td role="cell" className={isHeldBack ? 'n sup' : 'n'}>
                {isHeldBack ? (
                  <>
                    <span aria-hidden="true">s</span>
                    <span className="vh">{heldBack}</span>
                  </>
                ) : (
                  text
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
      <tfoot aria-hidden="true">
        <tr role="row">
          <td role="cell">&nbsp;</td>
          <td role="cell">
            <p className="axis ticks">
              {scale.ticks.map((tick) => (
                <span key={tick}>{tickText(tick)}</span>
              ))}
            </p>
          </td>
          <td role="cell">&nbsp;</td>
        </tr>
      </tfoot>
    </table>
  )
}
