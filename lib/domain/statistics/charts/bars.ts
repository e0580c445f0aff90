import type { Interval } from '../raw-table'
import type { Shown } from '../released-table'
import { scaleOf, type Scale } from './scale'

/** What is drawn in one line: our value with its interval, and the published (or other) figure as a mark. */
export type BarValue = {
  readonly value: Shown
  readonly interval: Shown<Interval>
  readonly mark: number | null
}

/** Where it is drawn, in units of the plot. What is held back is not drawn at all: no length tells of it. */
export type BarShape = {
  readonly bar: { readonly x: number; readonly width: number } | null
  readonly interval: { readonly low: number; readonly high: number } | null
  readonly mark: number | null
}

/** All lines of one figure on one scale; null when there is nothing to draw. */
export function barsOf(
  values: readonly BarValue[],
  scale: Scale | null = barScale(values),
): { readonly scale: Scale; readonly shapes: readonly BarShape[] } | null {
  return scale === null ? null : { scale, shapes: values.map((value) => shapeOf(value, scale)) }
}

/** The scale that several figures can share; null when no line has anything. */
export function barScale(values: readonly BarValue[]): Scale | null {
  const numbers = values.flatMap(({ value, interval, mark }) => [
    ...(typeof value === 'number' ? [value] : []),
    ...(typeof value === 'number' && isInterval(interval) ? [interval.low, interval.high] : []),
    ...(mark === null ? [] : [mark]),
  ])
  return numbers.length === 0 ? null : scaleOf(numbers)
}

function shapeOf({ value, interval, mark }: BarValue, { place }: Scale): BarShape {
  const zero = place(0)
  const end = typeof value === 'number' ? place(value) : null
  return {
    bar: end === null ? null : { x: Math.min(zero, end), width: Math.round(Math.abs(end - zero) * 10) / 10 },
    interval: end !== null && isInterval(interval) ? { low: place(interval.low), high: place(interval.high) } : null,
    mark: mark === null ? null : place(mark),
  }
}

function isInterval(interval: Shown<Interval>): interval is Interval {
  return interval !== null && interval !== 's'
}
