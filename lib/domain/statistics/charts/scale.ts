/** Width of a plot in units of its drawing; the page stretches it. */
export const PLOT_WIDTH = 600

/**
 * An axis: ticks at even steps, one step behind the last of them its end. `place` gives the unit of the drawing a value lies at.
 * Zero is always on it, so that a bar can start there.
 */
export type Scale = {
  readonly ticks: readonly number[]
  readonly end: number
  readonly place: (value: number) => number
}

const SMALLEST_SPAN = 1e-9

const NICE = [1, 2, 2.5, 4, 5, 10] as const

/** The axis on which all values lie, with at most `most` steps of 1, 2, 2.5, 4 or 5 times a power of ten. */
export function scaleOf(values: readonly number[], most = 5, width = PLOT_WIDTH): Scale {
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const step = stepOf(low, high, most)
  const first = Math.floor(exact(low / step))
  const steps = Math.max(1, Math.ceil(exact(high / step)) - first)
  const start = first * step
  return {
    ticks: Array.from({ length: steps }, (_, index) => exact((first + index) * step)),
    end: exact((first + steps) * step),
    place: (value) => tenth(((value - start) / (steps * step)) * width),
  }
}

function stepOf(low: number, high: number, most: number): number {
  // What no step could divide any more is nothing, also to the eye.
  if (high - low < SMALLEST_SPAN) return 1
  let power = 10 ** Math.floor(Math.log10((high - low) / most))
  for (;;) {
    for (const nice of NICE) {
      const step = nice * power
      if (Math.ceil(exact(high / step)) - Math.floor(exact(low / step)) <= most) return step
    }
    power *= 10
  }
}

// What binary fractions add: 0.6000000000000001 is 0.6.
function exact(value: number): number {
  return Number(value.toPrecision(12))
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
