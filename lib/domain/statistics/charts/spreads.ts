import type { ReleasedCell } from '../released-table'
import { scaleOf, type Scale } from './scale'

/** From so many people on a spread is drawn; from fewer a box would show single people. */
export const FEWEST_FOR_BOX = 30

/** The middle half as a box with its median, whiskers from the tenth to the ninetieth of a hundred; in units of the plot. */
export type SpreadShape =
  | {
      readonly kind: 'drawn'
      readonly p10: number
      readonly p25: number
      readonly median: number
      readonly p75: number
      readonly p90: number
    }
  | { readonly kind: 'few' | 'held_back' | 'nobody' }

type Box = {
  readonly p10: number
  readonly p25: number
  readonly median: number
  readonly p75: number
  readonly p90: number
}

/** The spreads of all lines on one scale; null when none can be drawn. */
export function spreadsOf(
  cells: readonly ReleasedCell[],
): { readonly scale: Scale; readonly shapes: readonly SpreadShape[] } | null {
  const boxes = cells.map(boxOf)
  const drawn = boxes.filter((box): box is Box => typeof box === 'object')
  if (drawn.length === 0) return null
  const scale = scaleOf(drawn.flatMap((box) => [box.p10, box.p90]))
  return { scale, shapes: boxes.map((box) => shapeOf(box, scale)) }
}

function boxOf({ base, spread }: ReleasedCell): Box | 'few' | 'held_back' | 'nobody' {
  if (base === 's') return 'held_back'
  if (base === null || base === 0 || spread === null) return 'nobody'
  if (base < FEWEST_FOR_BOX) return 'few'
  const { p10, p25, median, p75, p90 } = spread
  const isWhole =
    typeof p10 === 'number' &&
    typeof p25 === 'number' &&
    typeof median === 'number' &&
    typeof p75 === 'number' &&
    typeof p90 === 'number'
  return isWhole ? { p10, p25, median, p75, p90 } : 'held_back'
}

function shapeOf(box: ReturnType<typeof boxOf>, { place }: Scale): SpreadShape {
  if (typeof box === 'string') return { kind: box }
  return {
    kind: 'drawn',
    p10: place(box.p10),
    p25: place(box.p25),
    median: place(box.median),
    p75: place(box.p75),
    p90: place(box.p90),
  }
}
