import type { Shown } from '../released-table'
import { PLOT_WIDTH, scaleOf, type Scale } from './scale'

/** Height of a plot of lines, in units of the drawing. */
export const LINES_HEIGHT = 160
/** More than three cannot be told apart by their dashes. */
export const MOST_LINES = 3

export type Point = { readonly x: number; readonly y: number }

/** One line: stretches without a gap; where a value is held back or not there, the line is broken. A stretch of one is a dot. */
export type LineShape = { readonly stretches: readonly (readonly Point[])[] }

/** The lines over the same instants, on one scale with a grid of three to four lines; null when there is nothing to draw. */
export function linesOf(
  series: readonly (readonly Shown[])[],
): { readonly scale: Scale; readonly grid: readonly number[]; readonly shapes: readonly LineShape[] } | null {
  const numbers = series.flat().filter((value): value is number => typeof value === 'number')
  if (numbers.length === 0) return null
  const scale = scaleOf(numbers, 2 + (numbers.some((value) => value < 0) ? 1 : 0), LINES_HEIGHT)
  const y = (value: number) => Math.round((LINES_HEIGHT - scale.place(value)) * 10) / 10
  return {
    scale,
    grid: [...scale.ticks, scale.end].map(y),
    shapes: series.map((values) => ({ stretches: stretchesOf(values, y) })),
  }
}

function stretchesOf(values: readonly Shown[], y: (value: number) => number): Point[][] {
  const stretches: Point[][] = []
  let isOpen = false
  for (const [index, value] of values.entries()) {
    if (typeof value !== 'number') {
      isOpen = false
      continue
    }
    const point = { x: xOf(index, values.length), y: y(value) }
    if (isOpen) stretches.at(-1)?.push(point)
    else stretches.push([point])
    isOpen = true
  }
  return stretches
}

/** Where the instant of a place lies: in the middle of its part of the width, as the words below the axis do. */
export function xOf(index: number, count: number): number {
  return Math.round(((index + 0.5) / count) * PLOT_WIDTH * 10) / 10
}
