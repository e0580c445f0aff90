/** Cells by bins: as many as stay beside a processor; and as many as there may be for bins that are fine enough. */
const QUICK_PLACES = 65_536
const MOST_PLACES = 400_000
const ENOUGH = 96
const LEAST = 8
/** A value is looked up by its exponent and so many digits of its mantissa: by a fifth of a per cent. */
const DIGITS = 9
const STEPS = 2 ** DIGITS
const BITS = 32
const MANTISSA = 23
/** Exponent of the shorter number 1. */
const ONE = 127
const LARGEST_EXPONENT = 254
const FEW = 1_000
/** Counts as so many values spread evenly, beside those that were seen. */
const EVENLY = 400

/** The bin of what is not known; no order statistic looks at it. */
export const UNKNOWN_BIN = 0

/**
 * Bins of values in their order: below zero, zero alone, and those above, with about as many values in each as the first values say; what
 * is smaller or larger than those shares a bin at the ends. Signed ones have as many bins below zero, others one. `-0` is not known. What
 * is nearer to zero than 1e-38 is zero.
 */
export class Bins {
  /** How many. */
  readonly count: number
  /** The bin of zero, which holds nothing else. */
  readonly zero: number
  /** The bin of a value is at its shorter bits (32), unsigned, without so many digits. */
  readonly shift = MANTISSA - DIGITS
  readonly table: Uint16Array

  constructor(cells: number, isSigned: boolean, sample: Float64Array) {
    const [low, high] = octaves(sample)
    const steps = (high - low + 1) * STEPS
    const room = (places: number) => Math.floor(places / cells / (isSigned ? 2 : 1)) - 3
    const span = Math.min(steps, Math.max(LEAST, Math.min(ENOUGH, room(MOST_PLACES)), room(QUICK_PLACES)))
    this.count = isSigned ? 2 * span + 6 : span + 5
    this.zero = this.count - span - 3
    const above = evenBins(sample, low * STEPS, steps, span)
    this.table = tableOf(above, low * STEPS, span, this.zero, isSigned)
  }
}

/** By step, from `first` on, one of `span` bins: so that each has about as many values. */
function evenBins(sample: Float64Array, first: number, steps: number, span: number): Uint16Array {
  const counts = new Float64Array(steps).fill(EVENLY / steps)
  const short = Float32Array.from(sample, Math.abs)
  for (const bits of new Int32Array(short.buffer)) {
    const step = (bits >>> (MANTISSA - DIGITS)) - first
    if (step >= 0 && step < steps) counts[step] = (counts[step] as number) + 1
  }
  const all = counts.reduce((sum, count) => sum + count, 0)
  let before = 0
  return Uint16Array.from(counts, (count) => {
    const bin = Math.min(span - 1, Math.floor((before / all) * span))
    before += count
    return bin
  })
}

function tableOf(above: Uint16Array, first: number, span: number, zero: number, isSigned: boolean): Uint16Array {
  const table = new Uint16Array(2 ** (BITS - MANTISSA + DIGITS))
  const half = table.length / 2
  table[0] = zero
  table.fill(zero + 1, 1, first)
  above.forEach((bin, step) => (table[first + step] = zero + 2 + bin))
  table.fill(zero + 2 + span, first + above.length, half)
  if (isSigned) for (let place = 1; place < half; place++) table[half + place] = 2 * zero - (table[place] as number)
  else table.fill(UNKNOWN_BIN + 1, half + 1)
  table[half] = UNKNOWN_BIN
  return table
}

/** The smallest and the largest exponent among some values, with one more each way; of a few values, with four more. */
function octaves(values: Float64Array): readonly [low: number, high: number] {
  let [least, most, count] = [Infinity, 0, 0]
  for (const value of values) {
    const size = Math.abs(value)
    if (size === 0) continue
    count += 1
    if (size < least) least = size
    if (size > most) most = size
  }
  const more = count < FEW ? 4 : 1
  if (most === 0) return [ONE, ONE + 24]
  const exponent = (value: number) => Math.min(LARGEST_EXPONENT, Math.max(1, Math.floor(Math.log2(value)) + ONE))
  return [Math.max(1, exponent(least) - more), Math.min(LARGEST_EXPONENT, exponent(most) + more)]
}
