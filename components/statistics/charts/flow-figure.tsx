import { flowOf, type Flow, type FlowBand, type FlowNode, type Stream } from '@/lib/domain/statistics/charts/flow'

const NODE = 6
/** Names stand beside their nodes, or on a phone on the bands: beside them is no room. `room`: letters of a name in one line. */
const WIDE = {
  className: 'plot flows',
  width: 720,
  left: 190,
  right: 520,
  lineHeight: 19,
  room: 20,
  areNamesInside: false,
}
const NARROW = {
  className: 'plot flows narrow',
  width: 340,
  left: NODE,
  right: 334,
  lineHeight: 17,
  room: 22,
  areNamesInside: true,
}
type Room = typeof WIDE
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
  return (
    <figure className="fig">
      {[WIDE, NARROW].map((room) => (
        <svg
          key={room.className}
          className={room.className}
          viewBox={`0 -10 ${room.width} ${flow.height + 20}`}
          role="img"
          aria-labelledby={`${id}-${room.width}-title`}
          aria-describedby={`${id}-${room.width}-desc`}
        >
          <title id={`${id}-${room.width}-title`}>{title}</title>
          <desc id={`${id}-${room.width}-desc`}>{words.alt(largest)}</desc>
          {flow.bands.map((band) => (
            <path key={`${band.from} ${band.to}`} className={BAND_CLASSES[band.toIndex]} d={bandPath(band, room)} />
          ))}
          {flow.left.map((node) => (
            <Node key={node.name} node={node} side="left" room={room} countText={countText} />
          ))}
          {flow.right.map((node) => (
            <Node key={node.name} node={node} side="right" room={room} countText={countText} />
          ))}
        </svg>
      ))}
      <p className="by">{words.note(flow)}</p>
    </figure>
  )
}

function bandPath({ leftY, rightY, height }: FlowBand, { left, right }: Room): string {
  const middle = (left + right) / 2
  return `M${left} ${leftY}C${middle} ${leftY} ${middle} ${rightY} ${right} ${rightY}v${height}C${middle} ${rightY + height} ${middle} ${leftY + height} ${left} ${leftY + height}Z`
}

function Node({
  node: { name, count, y, height },
  side,
  room,
  countText,
}: {
  node: FlowNode
  side: 'left' | 'right'
  room: Room
  countText: (count: number) => string
}) {
  const lines = inLines(`${name} ${countText(count)}`, room.room)
  const top = y + height / 2 + 4.5 - ((lines.length - 1) * room.lineHeight) / 2
  const isLeft = side === 'left'
  const x = isLeft ? room.left - NODE : room.right
  // Away from the bands, or onto them.
  const goesRight = isLeft === room.areNamesInside
  return (
    <>
      <rect className="c1" x={x} y={y} width={NODE} height={Math.max(1, height)} />
      <text textAnchor={goesRight ? 'start' : 'end'}>
        {lines.map((line, index) => (
          <tspan
            key={line}
            x={goesRight ? x + NODE + 8 : x - 8}
            y={Math.round((top + index * room.lineHeight) * 10) / 10}
          >
            {line}
          </tspan>
        ))}
      </text>
    </>
  )
}

function inLines(text: string, room: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < room) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
