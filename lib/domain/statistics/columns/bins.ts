import { BASE } from './report-tests'
import { FULL, type Batch } from './walk'

/** Cells by bins: as many as stay beside a processor, and as many as there may be for bins of some per cent. */
const QUICK_PLACES = 65_536
const MOST_PLACES = 400_000
const COARSE = 4
const MOST_MANTISSA = 10
const MANTISSA = 23
/** Exponent of the shorter number 1. */
const ONE = 127
// Of one batch; nothing stays in them.
let short = new Float32Array(FULL)
let bits = new Int32Array(short.buffer)

/**
 * Bins of values in their order: below zero, zero alone, and by exponent and first digits of the mantissa, as a shorter number keeps them.
 * As fine as there is room for, over the sizes that the first values have; what is smaller or larger shares a bin at the ends. Signed ones
 * have as many bins below zero.
 */
export class Bins {
  /** How many. */
  readonly count: number
  /** The bin of zero, which holds nothing else. */
  readonly zero: number
  readonly #lowest: number
  readonly #shift: number
  readonly #span: number

  constructor(cells: number, isSigned: boolean, sample: Batch) {
    const [low, high] = octaves(sample)
    let mantissa = MOST_MANTISSA
    const spanOf = (digits: number) => (high - low + 1) * 2 ** digits
    const isTooFine = (digits: number) =>
      cells * (spanOf(digits) + 2) * (isSigned ? 2 : 1) > (digits > COARSE ? QUICK_PLACES : MOST_PLACES)
    while (mantissa > 0 && isTooFine(mantissa)) mantissa -= 1
    this.#shift = MANTISSA - mantissa
    this.#lowest = low << MANTISSA
    this.#span = spanOf(mantissa)
    this.zero = isSigned ? this.#span + 2 : 1
    this.count = this.zero + this.#span + 3
  }

  /** Puts into `into` where each value of a batch is counted: cell × bins + bin. */
  places({ size, cells, values }: Batch, into: Int32Array): void {
    if (short.length < size) {
      short = new Float32Array(size)
      bits = new Int32Array(short.buffer)
    }
    const [lowest, shift, span, zero, count] = [this.#lowest, this.#shift, this.#span, this.zero, this.count]
    for (let at = 0; at < size; at++) short[at] = values[at] as number
    for (let at = 0; at < size; at++) {
      const is = bits[at] as number
      const weight = is & 0x7fff_ffff
      const above = (weight - lowest) >> shift
      const magnitude = values[at] === 0 ? 0 : above < 0 ? 1 : above >= span ? span + 2 : above + 2
      const bin = is < 0 ? Math.max(0, zero - magnitude) : zero + magnitude
      into[at] = Math.imul(cells[at] as number, count) + bin
    }
  }
}

const FEW = 1_000

/** The smallest and the largest exponent among the values of a batch, with one more each way; of a few values, with four more. */
function octaves({ size, standing, values }: Batch): readonly [low: number, high: number] {
  let [least, most, count] = [Infinity, 0, 0]
  for (let at = 0; at < size; at++) {
    if ((standing[at] as number) < BASE) continue
    const value = Math.abs(values[at] as number)
    if (value === 0) continue
    count += 1
    if (value < least) least = value
    if (value > most) most = value
  }
  const more = count < FEW ? 4 : 1
  if (most === 0) return [ONE, ONE + 24]
  const exponent = (value: number) => Math.min(254, Math.max(1, Math.floor(Math.log2(value)) + ONE))
  return [Math.max(1, exponent(least) - more), Math.min(254, exponent(most) + more)]
}
