import { isParting, type Group } from './descriptor'
import type { Months } from './months'

/** A number of reporters as a sum of unknown numbers, by their names. */
export type Sum = ReadonlyMap<string, number>

/** Larger sums stand for themselves. */
const MOST_TERMS = 200

/**
 * The reporters of a descriptor as a sum of unknown numbers: one for each value of each dimension that parts the reports, and for those
 * received up to a month. A dimension that is open adds nothing, so that questions of few dimensions stay small beside those of many.
 */
export function sumOf(group: Group): Sum {
  const known = KNOWN.get(group)
  if (known !== undefined) return known
  const sum = madeSum(group)
  KNOWN.set(group, sum)
  return sum
}

const KNOWN = new WeakMap<Group, Sum>()

function madeSum({ sets, months }: Group): Sum {
  let sum: Sum = new Map([['', 1]])
  const inOrder = [...sets].toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (const [dimension, values] of inOrder) {
    const isSplit = isParting(dimension) && values.size * sum.size <= MOST_TERMS
    const names = isSplit ? [...values] : [[...values].toSorted().join(',')]
    sum = times(sum, new Map(names.map((name) => [`${dimension}=${name};`, 1])))
  }
  return times(sum, sumOfMonths(months))
}

/** The product of two sums of different dimensions. */
export function times(one: Sum, other: Sum): Sum {
  if (other.size === 1 && other.get('') === 1) return one
  const product = new Map<string, number>()
  for (const [name, count] of one) for (const [more, many] of other) product.set(name + more, count * many)
  return product
}

/** What is in the first and not in the second, which lies within it. */
export function less(one: Sum, other: Sum): Sum {
  const rest = new Map(one)
  for (const [name, count] of other) {
    const left = (rest.get(name) ?? 0) - count
    if (left === 0) rest.delete(name)
    else rest.set(name, left)
  }
  return rest
}

/** Months as those received up to the last of each run, less those before its first. */
export function sumOfMonths(months: Months): Sum {
  const sum = new Map<string, number>()
  for (const [first, last] of months) {
    sum.set(last === Infinity ? '' : `until=${String(last)};`, 1)
    if (first !== -Infinity) sum.set(`until=${String(first - 1)};`, -1)
  }
  return sum
}
