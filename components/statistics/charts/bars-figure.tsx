import { barsOf, type BarShape, type BarValue } from '@/lib/domain/statistics/charts/bars'
import { Legend, LEGEND_SHAPES } from './legend'
import { PlotTable, type PlotLine } from './plot-table'

export type BarLine = PlotLine & { readonly value: BarValue }

export type BarWords = {
  readonly ours: string
  readonly interval: string
  /** What the mark is; null without one. */
  readonly mark: string | null
  readonly heldBack: string
  readonly nothing: string
  readonly axis: string
}

/** Bars from zero with their interval and, where there is one, the published figure as an upright mark. */
export function BarsFigure({
  caption,
  lines,
  tickText,
  words,
}: {
  caption: string
  lines: readonly BarLine[]
  tickText: (tick: number, step: number) => string
  words: BarWords
}) {
  const drawn = barsOf(lines.map(({ value }) => value))
  if (drawn === null) return <p className="by">{words.nothing}</p>
  const { scale, shapes } = drawn
  const hasInterval = shapes.some(({ interval }) => interval !== null)
  // Bars alone need no word: the heading says what they are.
  const isAlone = !hasInterval && words.mark === null
  return (
    <figure className="fig">
      {isAlone ? null : (
        <Legend
          entries={[
            { shape: LEGEND_SHAPES.bar, text: words.ours },
            ...(hasInterval ? [{ shape: LEGEND_SHAPES.interval, text: words.interval }] : []),
            ...(words.mark === null ? [] : [{ shape: LEGEND_SHAPES.mark, text: words.mark }]),
          ]}
        />
      )}
      <PlotTable
        caption={caption}
        lines={lines}
        scale={scale}
        tickText={(tick) => tickText(tick, scale.end)}
        heldBack={words.heldBack}
        shape={(index) => <BarShapes zero={scale.place(0)} shape={shapes[index]} />}
      />
      <p className="by">{words.axis}</p>
    </figure>
  )
}

function BarShapes({ zero, shape }: { zero: number; shape: BarShape | undefined }) {
  if (shape === undefined) return null
  const { bar, interval, mark } = shape
  return (
    <>
      {zero > 0 ? <path className="ci" d={`M${zero} 0V24`} /> : null}
      {bar === null ? null : <rect className="c1 soft" x={bar.x} y="6" width={bar.width} height="12" />}
      {interval === null ? null : (
        <path className="ci" d={`M${interval.low} 12H${interval.high}M${interval.low} 8v8M${interval.high} 8v8`} />
      )}
      {mark === null ? null : <path className="pub" d={`M${mark} 3v18`} />}
    </>
  )
}
