import { classesAt, type Classes, type Protection } from './classes'
import type { Combinations } from './combinations'
import { allLevels, type CodedLadder, type Levels } from './recoding'

/** Given between two looks, so that others get their turn. */
export type Breathe = () => Promise<void> | undefined

/**
 * The levels that lose least of all at which every kept record reads as k, no more than the allowed share being left out; null when there
 * are none. Full-domain recoding: a value reads the same everywhere (Samarati, Protecting Respondents' Identities in Microdata Release,
 * IEEE TKDE 13, 2001), so that a file can be analysed with ordinary tools. Levels are tried in the order of what they lose at least, and
 * no further than the best found: nothing better is missed. What does not hold for one column alone is not tried with others (LeFevre,
 * DeWitt and Ramakrishnan, Incognito, SIGMOD 2005).
 */
export async function searchLevels(
  combinations: Combinations,
  ladders: readonly CodedLadder[],
  protection: Protection,
  breathe: Breathe = () => undefined,
): Promise<Classes | null> {
  const size = combinations.sizes.reduce((sum, one) => sum + one, 0)
  const most = protection.mostLeftOut * size
  const least = leastLosses(combinations, ladders, size)
  const tops: Levels = ladders.map(({ codes }) => codes.length - 1)
  const isHopeless = ladders.map((ladder, column) =>
    ladder.codes.map((_, level) => {
      const alone = tops.map((top, other) => (other === column ? level : top))
      return classesAt(combinations, ladders, alone, protection).tooSmall > most
    }),
  )
  const nodes = allLevels(ladders)
    .filter((levels) => levels.every((level, column) => isHopeless[column]?.[level] !== true))
    .map((levels) => ({ levels, bound: levels.reduce((sum, level, column) => sum + (least[column]?.[level] ?? 0), 0) }))
    .toSorted((a, b) => a.bound - b.bound)
  let best: Classes | null = null
  const failed: Levels[] = []
  for (const { levels, bound } of nodes) {
    if (best !== null && bound >= best.loss) break
    if (failed.some((other) => levels.every((level, column) => level <= (other[column] ?? 0)))) continue
    const waiting = breathe()
    if (waiting) await waiting
    const classes = classesAt(combinations, ladders, levels, protection)
    // What goes with too few may be too many here and not where more are told apart.
    if (classes.tooSmall > most) failed.push(levels)
    else if (classes.leftOut <= most && (best === null || classes.loss < best.loss)) best = classes
  }
  return best
}

// What each level of each column loses if nothing is left out; with something left out, more.
function leastLosses({ count, columns, leaves, sizes }: Combinations, ladders: readonly CodedLadder[], size: number) {
  return ladders.map(({ penalty }, column) =>
    penalty.map((lost) => {
      let sum = 0
      for (let at = 0; at < count; at++)
        sum += (sizes[at] as number) * (lost[leaves[at * columns + column] as number] as number)
      return size === 0 || columns === 0 ? 0 : sum / (size * columns)
    }),
  )
}
