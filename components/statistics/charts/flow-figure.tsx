import { flowOf, type Flow, type FlowNode, type Stream } from '@/lib/domain/statistics/charts/flow'

const WIDTH = 720
const LEFT = 190
const RIGHT = 520
const NODE = 6
const LINE_HEIGHT = 19
/** Letters a name may have in one line beside its node. */
const ROOM = 20
const BAND_CLASSES = ['flow', 'flow b', 'flow c', 'flow d'] as const

export type FlowWords = {
  readonly nothing: string
  readonly alt: (largest: { readonly from: string; readonly to: string; readonly count: number }) => string
  readonly note: (flow: Flow) => string
}

/** Reports from countries to schemes or sectors as bands. The one drawing that carries words itself; the table has every number. */
export function FlowFigure({
  id,
  title,
  streams,
  countText,
  words,
}: {
  id: string
  title: string
  /** With the names of places instead of their codes. */
  streams: readonly Stream[]
  countText: (count: number) => string
  words: FlowWords
}) {
  const flow = flowOf(streams)
  const largest = flow?.bands.toSorted((a, b) => b.count - a.count)[0]
  if (flow === null || largest === undefined) return <p className="by">{words.nothing}</p>
  const middle = (LEFT + RIGHT) / 2
  return (
    <figure className="fig">
      <div className="scroll" tabIndex={0} role="region" aria-label={title}>
        <svg
          className="plot flows"
          viewBox={`0 -10 ${WIDTH} ${flow.height + 20}`}
          role="img"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-desc`}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-desc`}>{words.alt(largest)}</desc>
          {flow.bands.map(({ from, to, toIndex, leftY, rightY, height }) => (
            <path
              key={`${from} ${to}`}
              className={BAND_CLASSES[toIndex]}
              d={`M${LEFT} ${leftY}C${middle} ${leftY} ${middle} ${rightY} ${RIGHT} ${rightY}v${height}C${middle} ${rightY + height} ${middle} ${leftY + height} ${LEFT} ${leftY + height}Z`}
            />
          ))}
          {flow.left.map((node) => (
            <Node
              key={node.name}
              node={node}
              x={LEFT - NODE}
              textX={LEFT - NODE - 8}
              anchor="end"
              countText={countText}
            />
          ))}
          {flow.right.map((node) => (
            <Node key={node.name} node={node} x={RIGHT} textX={RIGHT + NODE + 8} anchor="start" countText={countText} />
          ))}
        </svg>
      </div>
      <p className="by">{words.note(flow)}</p>
    </figure>
  )
}

function Node({
  node: { name, count, y, height },
  x,
  textX,
  anchor,
  countText,
}: {
  node: FlowNode
  x: number
  textX: number
  anchor: 'start' | 'end'
  countText: (count: number) => string
}) {
  const lines = inLines(`${name} ${countText(count)}`)
  const top = y + height / 2 + 4.5 - ((lines.length - 1) * LINE_HEIGHT) / 2
  return (
    <>
      <rect className="c1" x={x} y={y} width={NODE} height={Math.max(1, height)} />
      <text textAnchor={anchor}>
        {lines.map((line, index) => (
          <tspan key={line} x={textX} y={Math.round((top + index * LINE_HEIGHT) * 10) / 10}>
            {line}
          </tspan>
        ))}
      </text>
    </>
  )
}

function inLines(text: string): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < ROOM) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
