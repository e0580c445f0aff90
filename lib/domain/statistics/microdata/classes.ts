import { addValue, type Combinations } from './combinations'
import { recoded, type CodedLadder, type Levels } from './recoding'

/** What a file must keep to: records of one combination, different values among them, the share of records that may be left out. */
export type Protection = { readonly k: number; readonly l: number; readonly mostLeftOut: number }

/**
 * Records at some levels. `classOf`: the class of each combination, records that read the same; `penalties` of all records of a class;
 * `isKept` of each class; `leftOut`: records of the others, `tooSmall`: those of classes that are too small by themselves; `loss`: the
 * global certainty penalty, 0 to 1, a record left out counting as wholly lost; `discernibility`: Σ size² of what is kept, and the number of all
 * records for each left out (Bayardo and Agrawal, Data Privacy through Optimal k-Anonymization, ICDE 2005).
 */
export type Classes = {
  readonly levels: Levels
  readonly count: number
  readonly classOf: Int32Array
  readonly sizes: readonly number[]
  readonly penalties: readonly number[]
  readonly isKept: readonly boolean[]
  readonly leftOut: number
  readonly tooSmall: number
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
  const isLarge = found.map((size, place) => {
    if (size < k || (l > 1 && different[place * l + l - 1] === -1)) return false
    return isRefused?.(recoded(ladders, levels, leaves, (firsts[place] ?? 0) * columns).join('|'), size) !== true
  })
  const isKept = leftOutTogether(found, isLarge, k)
  const tooSmall = sizeWithout(found, isLarge)
  return {
    levels,
    count: found.length,
    tooSmall,
    classOf,
    sizes: found,
    penalties,
    isKept,
    ...lossOf(found, penalties, isKept, columns),
  }
}

/** The same with some classes left out besides. */
export function leavingOut(classes: Classes, isLeftOut: (place: number) => boolean, columns: number): Classes {
  const { sizes, penalties } = classes
  const isKept = classes.isKept.map((was, place) => was && !isLeftOut(place))
  return { ...classes, isKept, ...lossOf(sizes, penalties, isKept, columns) }
}

/** What is left out is nothing or at least k, or its number would tell of few: else the next smallest goes with it. */
function leftOutTogether(sizes: readonly number[], isLarge: readonly boolean[], k: number): readonly boolean[] {
  let leftOut = sizeWithout(sizes, isLarge)
  if (leftOut === 0 || leftOut >= k) return isLarge
  const isKept = [...isLarge]
  const bySize = sizes.flatMap((_, place) => (isKept[place] === true ? [place] : []))
  bySize.sort((a, b) => (sizes[a] as number) - (sizes[b] as number))
  for (const place of bySize) {
    if (leftOut >= k) break
    isKept[place] = false
    leftOut += sizes[place] as number
  }
  return isKept
}

function sizeWithout(sizes: readonly number[], isKept: readonly boolean[]): number {
  return sizes.reduce((sum, size, place) => sum + (isKept[place] === true ? 0 : size), 0)
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

/**
 * What a file says of what is lost: as if so many records were left out as there are whole k of them, because the loss told exactly
 * would tell their number. `records`: with those.
 */
export function toldLoss(
  { sizes, isKept, leftOut, loss, discernibility }: Classes,
  k: number,
  columns: number,
): { readonly records: number; readonly leftOut: number; readonly loss: number; readonly discernibility: number } {
  const all = sizes.reduce((sum, size) => sum + size, 0)
  const told = leftOut - (leftOut % k)
  const records = all - leftOut + told
  const squares = sizes.reduce((sum, size, place) => sum + (isKept[place] === true ? size * size : 0), 0)
  if (told === leftOut) return { records, leftOut, loss, discernibility }
  const ofKept = columns === 0 ? 0 : loss * all - leftOut
  return { records, leftOut: told, loss: (ofKept + told) / records, discernibility: squares + told * records }
}

/** The values of each class as in the file, joined by `|`, with its size; below zero where it is left out. */
export function classSizes(
  combinations: Combinations,
  ladders: readonly CodedLadder[],
  classes: Classes,
): Record<string, number> {
  const sizes: Record<string, number> = {}
  valuesOfClasses(combinations, ladders, classes).forEach((values, place) => {
    const size = classes.sizes[place] as number
    sizes[values] = classes.isKept[place] === true ? size : -size
  })
  return sizes
}

/** The values of each class as in the file, joined by `|`. */
export function valuesOfClasses(
  { count, columns, leaves }: Combinations,
  ladders: readonly CodedLadder[],
  { levels, classOf }: Classes,
): string[] {
  const values: string[] = []
  for (let at = 0; at < count; at++)
    values[classOf[at] as number] ??= recoded(ladders, levels, leaves, at * columns).join('|')
  return values
}
