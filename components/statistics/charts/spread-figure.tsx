import { spreadsOf, type SpreadShape } from '@/lib/domain/statistics/charts/spreads'
import type { ReleasedCell } from '@/lib/domain/statistics/released-table'
import { Legend, LEGEND_SHAPES } from './legend'
import { PlotTable, type PlotLine } from './plot-table'

export type SpreadLine = PlotLine & { readonly cell: ReleasedCell }

export type SpreadWords = {
  readonly box: string
  readonly whiskers: string
  readonly notDrawn: Readonly<Record<'few' | 'held_back' | 'nobody', string>>
  readonly heldBack: string
  readonly nothing: string
  readonly axis: string
}

/** How an amount is spread: the middle half as a box with its median, whiskers from the 10th to the 90th of a hundred. */
export function SpreadFigure({
  caption,
  lines,
  tickText,
  words,
}: {
  caption: string
  lines: readonly SpreadLine[]
  tickText: (tick: number, end: number) => string
  words: SpreadWords
}) {
  const drawn = spreadsOf(lines.map(({ cell }) => cell))
  if (drawn === null) return <p className="by">{words.nothing}</p>
  const { scale, shapes } = drawn
  return (
    <figure className="fig">
      <Legend
        entries={[
          { shape: LEGEND_SHAPES.box, text: words.box },
          { shape: LEGEND_SHAPES.interval, text: words.whiskers },
        ]}
      />
      <PlotTable
        caption={caption}
        lines={lines}
        scale={scale}
        tickText={(tick) => tickText(tick, scale.end)}
        heldBack={words.heldBack}
        shape={(index) => {
          const shape = shapes[index] ?? ({ kind: 'nobody' } as const)
          return shape.kind === 'drawn' ? <Box shape={shape} /> : words.notDrawn[shape.kind]
        }}
      />
      <p className="by">{words.axis}</p>
    </figure>
  )
}

function Box({ shape: { p10, p25, median, p75, p90 } }: { shape: Extract<SpreadShape, { kind: 'drawn' }> }) {
  return (
    <>
      <path className="ci" d={`M${p10} 12H${p90}M${p10} 7v10M${p90} 7v10`} />
      <rect className="box" x={p25} y="4" width={Math.max(0, Math.round((p75 - p25) * 10) / 10)} height="16" />
      <path className="med" d={`M${median} 3v18`} />
    </>
  )
}
