/** A stream of chance that is the same on every machine and every run. */
export type Random = {
  /** From 0 up to, and without, 1. */
  readonly next: () => number
  /** A whole number from `from` to `to`, both included. */
  readonly int: (from: number, to: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(items: readonly T[]) => T
  /** One of the keys, each as often as its weight says. */
  readonly weighted: <K extends string>(weights: Readonly<Partial<Record<K, number>>>) => K
  readonly shuffled: <T>(items: readonly T[]) => T[]
  /** Around 0 with deviation 1, bell-shaped. */
  readonly normal: () => number
}

/** A stream named by a text: another name, another stream. Generator: mulberry32 (public domain, T. Ettinger), seeded by FNV-1a. */
export function randomFrom(name: string): Random {
  let state = fnv1a(name)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => at(items, int(0, items.length - 1)),
    weighted: (weights) => weightedKey(weights, next()),
    shuffled: (items) => {
      const mixed = [...items]
      for (let last = mixed.length - 1; last > 0; last -= 1) {
        const other = int(0, last)
        const held = at(mixed, last)
        mixed[last] = at(mixed, other)
        mixed[other] = held
      }
      return mixed
    },
    // Sum of twelve uniform numbers: close enough to a bell for amounts of money.
    normal: () => Array.from({ length: 12 }, next).reduce((sum, value) => sum + value, -6),
  }
}

function weightedKey<K extends string>(weights: Readonly<Partial<Record<K, number>>>, chance: number): K {
  const entries = Object.entries(weights) as [K, number][]
  let left = chance * entries.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [key, weight] of entries) {
    left -= weight
    if (left < 0) return key
  }
  return at(entries, entries.length - 1)[0]
}

function at<T>(items: readonly T[], index: number): T {
  if (index < 0 || index >= items.length) throw new RangeError('nothing to choose from')
  return items[index] as T
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5
  for (const byte of Buffer.from(text, 'utf8')) hash = Math.imul(hash ^ byte, 0x01000193)
  return hash | 0
}
