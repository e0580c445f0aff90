import { isParting, type Descriptor, type Narrowing } from './descriptor'
import { less, sumOf, sumOfMonths, times, type Sum } from './unknowns'

const EVERYBODY: Sum = new Map([['', 1]])
const MOST_BREAKS = 10

/**
 * Groups of people a reader of these cells could ask himself about, although no table has a cell of them: in each dimension one value,
 * or all but one; of months what lies between two ends of spans. Up to `most`; as they come, cells of few dimensions first.
 */
export function boxesOf(cells: readonly Descriptor[], most: number): Sum[] {
  const values = new Map<Narrowing, Set<string>>()
  const breaks = new Set<number>()
  const kinds = new Map<number, Descriptor>()
  for (const cell of cells) {
    kinds.set(cell.narrowed, kinds.get(cell.narrowed) ?? cell)
    for (const [dimension, set] of cell.sets) {
      const known = values.get(dimension) ?? new Set()
      for (const value of set) known.add(value)
      values.set(dimension, known)
    }
    for (const [first, last] of cell.months) {
      if (first !== -Infinity) breaks.add(first - 1)
      if (last !== Infinity) breaks.add(last)
    }
  }
  const boxes: Sum[] = []
  const inOrder = [...kinds.values()].toSorted((a, b) => a.sets.size - b.sets.size)
  for (const kind of inOrder) {
    let found: Sum[] = [EVERYBODY]
    for (const dimension of [...kind.sets.keys()].toSorted()) {
      const choices = choicesOf(dimension, values.get(dimension) ?? new Set())
      found = found.flatMap((sum) => choices.map((choice) => times(sum, choice)))
      if (found.length > most) break
    }
    if (breaks.size > 0 && kind.months[0]?.join() !== '-Infinity,Infinity') {
      const spans = spansOf([...breaks].toSorted((a, b) => a - b))
      if (found.length * spans.length <= most) found = found.flatMap((sum) => spans.map((span) => times(sum, span)))
    }
    boxes.push(...found.slice(0, Math.max(0, most - boxes.length)))
  }
  return boxes
}

function choicesOf(dimension: Narrowing, values: ReadonlySet<string>): Sum[] {
  const single = [...values].map((value) =>
    sumOf({ sets: new Map([[dimension, new Set([value])]]), months: [[-Infinity, Infinity]] }),
  )
  return isParting(dimension) ? [...single, ...single.map((sum) => less(EVERYBODY, sum))] : single
}

function spansOf(breaks: readonly number[]): Sum[] {
  const ends = [-Infinity, ...breaks, Infinity]
  return ends.flatMap((end, at) =>
    ends
      .slice(at + 1, breaks.length > MOST_BREAKS ? at + 2 : undefined)
      .flatMap((last) =>
        end === -Infinity && last === Infinity ? [] : [sumOfMonths([[end === -Infinity ? end : end + 1, last]])],
      ),
  )
}
