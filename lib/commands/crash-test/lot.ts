/** Numbers of a lottery that a seed decides (mulberry32), so that a run can be tried again. */
export type Lot = {
  /** From 0 to below `below`. */
  readonly below: (below: number) => number
  /** True once in so many times. */
  readonly onceIn: (times: number) => boolean
  readonly shuffled: <T>(things: readonly T[]) => T[]
}

export function lotOf(seed: number): Lot {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    onceIn: (times) => below(times) === 0,
    shuffled: (things) => {
      const left = [...things]
      return things.map(() => left.splice(below(left.length), 1)[0] as (typeof left)[number])
    },
  }
}
