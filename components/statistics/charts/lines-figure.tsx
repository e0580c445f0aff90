import { linesOf, LINES_HEIGHT, type Point } from '@/lib/domain/statistics/charts/lines'
import { PLOT_WIDTH } from '@/lib/domain/statistics/charts/scale'
import type { Shown } from '@/lib/domain/statistics/released-table'
import { Legend, LEGEND_SHAPES } from './legend'

export type LineSeries = { readonly name: string; readonly values: readonly Shown[]; readonly alt: string }

export type LineWords = {
  readonly nothing: string
  /** What a line of the grid is, beside it. */
  readonly level: (value: number, end: number) => string
  /** The unit of the levels. */
  readonly axis: (end: number) => string
  readonly gaps: string
}

/** At most so many instants are named below the axis; the others lie between them. */
const MOST_NAMES = 8

/** Values over time, at most three lines told apart by dash as well as colour. A gap is a value that cannot be shown. */
export function LinesFigure({
  id,
  title,
  instants,
  series,
  words,
}: {
  id: string
  title: string
  instants: readonly string[]
  series: readonly LineSeries[]
  words: LineWords
}) {
  const drawn = linesOf(series.map(({ values }) => values))
  if (drawn === null) return <p className="by">{words.nothing}</p>
  const { scale, grid, shapes } = drawn
  const every = Math.ceil(instants.length / MOST_NAMES)
  const hasGaps = series.some(({ values }) => values.some((value) => typeof value !== 'number'))
  return (
    <figure className="fig">
      <Legend entries={series.map(({ name }, index) => ({ shape: LEGEND_SHAPES.line(index), text: name }))} />
      <div className="levelled">
        <p className="axis levels" aria-hidden="true">
          {[...scale.ticks, scale.end].map((value) => (
            <span key={value}>{words.level(value, scale.end)}</span>
          ))}
        </p>
        <svg
          className="plot"
          viewBox={`0 0 ${PLOT_WIDTH} ${LINES_HEIGHT}`}
          preserveAspectRatio="none"
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-desc`}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{series.map(({ alt }) => alt).join(' ')}</desc>
          <path className="gl" d={grid.map((y) => `M0 ${y}H${PLOT_WIDTH}`).join('')} />
          {shapes.map(({ stretches }, index) =>
            stretches.map((points, place) => (
              <Stretch key={`${index}-${place}`} className={`l${index + 1}`} points={points} />
            )),
          )}
        </svg>
        <p className="axis instants" aria-hidden="true">
          {instants.map((name, index) => (
            <span key={name} className={index % (2 * every) === 0 ? undefined : 'minor'}>
              {index % every === 0 ? name : null}
            </span>
          ))}
        </p>
      </div>
      <p className="by">
        {words.axis(scale.end)} {hasGaps ? words.gaps : null}
      </p>
    </figure>
  )
}

function Stretch({ className, points }: { className: string; points: readonly Point[] }) {
  const [first] = points
  if (first !== undefined && points.length === 1) {
    // A line without length and with round ends: a dot that the stretched drawing does not squash.
    return <path className={`${className} dot`} d={`M${first.x} ${first.y}h0`} />
  }
  return <polyline className={className} points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
}
