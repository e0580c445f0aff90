import { FULL, type Adding, type Breathe } from './walk'

/** Reports in cells with what they have there, some thousand at once; `-0` is what is not known. */
export type Amounts = { size: number; readonly cells: Int32Array; readonly values: Float64Array }

/** Takes a full batch over, and how much of the way is done (up to 1); the batch is used again afterwards. */
export type TakeAmounts = (batch: Amounts, done: number) => void

/** Goes through the amounts a question is about, cell by cell, as `Walk` does. */
export type AmountWalk = {
  readonly adding: Adding
  readonly run: (take: TakeAmounts, breathe: Breathe) => Promise<void>
}

/** An empty batch, with room for one report more that stands in so many cells: nothing is known in it. */
export function newAmounts(most = 0): Amounts {
  return { size: 0, cells: new Int32Array(FULL + most), values: new Float64Array(FULL + most).fill(-0) }
}

/** The blocks in an order in which the first ones are like all of them: reports come in the order of time. With how much is done after each. */
export function* mixed<T>(blocks: readonly T[]): Generator<readonly [block: T, done: number]> {
  const count = blocks.length
  let step = Math.max(1, Math.round(count * GOLDEN))
  while (divisor(step, count) > 1) step += 1
  for (let turn = 0; turn < count; turn++) yield [blocks[(turn * step) % count] as T, (turn + 1) / count]
}

const GOLDEN = 0.618_034

function divisor(one: number, other: number): number {
  return other === 0 ? one : divisor(other, one % other)
}
