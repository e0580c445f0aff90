import type { Shown } from '../released-table'

/** At most so many on the left and on the right; what does not fit is in the table. */
export const MOST_FROM = 8
export const MOST_TO = 4

const HEIGHT = 260
const GAP = 14
/** Thinner than this nobody sees a band. */
const THINNEST = 1

/** A count from one place to another. */
export type Stream = { readonly from: string; readonly to: string; readonly count: Shown }

export type FlowNode = { readonly name: string; readonly count: number; readonly y: number; readonly height: number }
export type FlowBand = {
  readonly from: string
  readonly to: string
  readonly count: number
  /** Which of the right side it goes to: bands are told apart by it. */
  readonly toIndex: number
  readonly leftY: number
  readonly rightY: number
  readonly height: number
}

export type Flow = {
  readonly height: number
  readonly left: readonly FlowNode[]
  readonly right: readonly FlowNode[]
  readonly bands: readonly FlowBand[]
  /** Streams that are held back, and streams of places that do not fit: both in the table only. */
  readonly heldBack: number
  readonly leftOut: number
}

/**
 * Streams as bands from left to right, thick as their counts. A node is as tall as the bands that are drawn, never as what is held
 * back with them. Null when there is nothing to draw.
 */
export function flowOf(streams: readonly Stream[]): Flow | null {
  const known = streams.flatMap(({ from, to, count }) =>
    typeof count === 'number' && count > 0 ? [{ from, to, count }] : [],
  )
  const fromNames = largest(known, 'from', MOST_FROM)
  const toNames = largest(known, 'to', MOST_TO)
  const drawn = known.filter(({ from, to }) => fromNames.includes(from) && toNames.includes(to))
  const total = drawn.reduce((sum, { count }) => sum + count, 0)
  if (total === 0) return null
  const scale = HEIGHT / total
  const height = HEIGHT + GAP * (Math.max(fromNames.length, toNames.length) - 1)
  const left = column(drawn, 'from', fromNames, scale, height)
  const right = column(drawn, 'to', toNames, scale, height)
  return {
    height,
    left,
    right,
    bands: bandsOf(drawn, left, right, scale),
    heldBack: streams.filter(({ count }) => count === 's').length,
    leftOut: known.length - drawn.length,
  }
}

type Known = { readonly from: string; readonly to: string; readonly count: number }

function largest(streams: readonly Known[], side: 'from' | 'to', most: number): string[] {
  const sums = new Map<string, number>()
  for (const stream of streams) sums.set(stream[side], (sums.get(stream[side]) ?? 0) + stream.count)
  return [...sums]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([name]) => name)
}

function column(
  streams: readonly Known[],
  side: 'from' | 'to',
  names: readonly string[],
  scale: number,
  whole: number,
): FlowNode[] {
  const counts = names
    .map((name) => ({
      name,
      count: streams.filter((stream) => stream[side] === name).reduce((sum, { count }) => sum + count, 0),
    }))
    .filter(({ count }) => count > 0)
  const gap = counts.length > 1 ? (whole - HEIGHT) / (counts.length - 1) : 0
  let y = 0
  return counts.map(({ name, count }) => {
    const node = { name, count, y: tenth(y), height: tenth(count * scale) }
    y += count * scale + gap
    return node
  })
}

function bandsOf(
  streams: readonly Known[],
  left: readonly FlowNode[],
  right: readonly FlowNode[],
  scale: number,
): FlowBand[] {
  const [usedLeft, usedRight] = [new Map<string, number>(), new Map<string, number>()]
  return left.flatMap((start) =>
    right.flatMap((end, toIndex): FlowBand[] => {
      const stream = streams.find(({ from, to }) => from === start.name && to === end.name)
      if (stream === undefined) return []
      const height = stream.count * scale
      const leftY = start.y + (usedLeft.get(start.name) ?? 0)
      const rightY = end.y + (usedRight.get(end.name) ?? 0)
      usedLeft.set(start.name, (usedLeft.get(start.name) ?? 0) + height)
      usedRight.set(end.name, (usedRight.get(end.name) ?? 0) + height)
      const shown = { leftY: tenth(leftY), rightY: tenth(rightY), height: tenth(Math.max(THINNEST, height)) }
      return [{ from: stream.from, to: stream.to, count: stream.count, toIndex, ...shown }]
    }),
  )
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
