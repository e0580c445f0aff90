import { addValue, type Combinations } from './combinations'
import { recoded, type CodedLadder, type Levels } from './recoding'

/** What a file must keep to: records of one combination, different values among them, the share of records that may be left out. */
export type Protection = { readonly k: number; readonly l: number; readonly mostLeftOut: number }

/**
 * Records at some levels. `classOf`: the class of each combination, records that read the same; `isKept` of each class; `loss`: the global
 * certainty penalty, 0 to 1, a record left out counting as wholly lost; `discernibility`: Σ size² of what is kept, and the number of all
 * records for each left out (Bayardo and Agrawal, Data Privacy through Optimal k-Anonymization, ICDE 2005).
 */
export type Classes = {
  readonly levels: Levels
  readonly count: number
  readonly classOf: Int32Array
  readonly sizes: readonly number[]
  readonly isKept: readonly boolean[]
  readonly leftOut: number
  readonly loss: number
  readonly discernibility: number
}

/** A class that is left out besides: its values as in the file, joined by `|`, and its size. */
export type Refusing = (values: string, size: number) => boolean

/** Puts records together at these levels; classes too small or of too few values are left out. */
export function classesAt(
  combinations: Combinations,
  ladders: readonly CodedLadder[],
  levels: Levels,
  { k, l }: Protection,
  isRefused: Refusing | null = null,
): Classes {
  const { count, columns, leaves, sizes, values } = combinations
  const places = new Map<number, number>()
  const classOf = new Int32Array(count)
  const [found, penalties, firsts, different]: [number[], number[], number[], number[]] = [[], [], [], []]
  for (let at = 0; at < count; at++) {
    let [key, penalty] = [0, 0]
    for (let column = 0; column < columns; column++) {
      const [ladder, level] = [ladders[column] as CodedLadder, levels[column] as number]
      const leaf = leaves[at * columns + column] as number
      key = key * (ladder.widths[level] as number) + ((ladder.codes[level] as Uint16Array)[leaf] as number)
      penalty += (ladder.penalty[level] as Float64Array)[leaf] as number
    }
    let place = places.get(key)
    if (place === undefined) {
      place = found.push(0) - 1
      places.set(key, place)
      penalties.push(0)
      firsts.push(at)
      for (let other = 0; other < l; other++) different.push(-1)
    }
    classOf[at] = place
    found[place] = (found[place] as number) + (sizes[at] as number)
    penalties[place] = (penalties[place] as number) + penalty * (sizes[at] as number)
    if (l > 1)
      for (let other = 0; other < l; other++) {
        const value = values[at * l + other] as number
        if (value !== -1) addValue(different, place * l, l, value)
      }
  }
  const isKept = found.map((size, place) => {
    if (size < k || (l > 1 && different[place * l + l - 1] === -1)) return false
    return isRefused?.(recoded(ladders, levels, leaves, (firsts[place] ?? 0) * columns).join('|'), size) !== true
  })
  return { levels, count: found.length, classOf, sizes: found, isKept, ...lossOf(found, penalties, isKept, columns) }
}

function lossOf(sizes: readonly number[], penalties: readonly number[], isKept: readonly boolean[], columns: number) {
  let [all, leftOut, lost, squares] = [0, 0, 0, 0]
  sizes.forEach((size, place) => {
    all += size
    if (isKept[place] === true) {
      lost += penalties[place] as number
      squares += size * size
    } else {
      leftOut += size
      lost += size * columns
    }
  })
  const loss = all === 0 || columns === 0 ? 0 : lost / (all * columns)
  return { leftOut, loss, discernibility: squares + leftOut * all }
}

/** The values of each kept class as in the file, joined by `|`, with its size. */
export function keptClasses(
  combinations: Combinations,
  ladders: readonly CodedLadder[],
  classes: Classes,
): Record<string, number> {
  const kept: Record<string, number> = {}
  for (let at = 0; at < combinations.count; at++) {
    const place = classes.classOf[at] as number
    if (classes.isKept[place] !== true) continue
    const values = recoded(ladders, classes.levels, combinations.leaves, at * combinations.columns).join('|')
    kept[values] = classes.sizes[place] as number
  }
  return kept
}
