import type { MeasureForm } from '../registry/measures'
import type { RawCell } from '../raw-table'

/**
 * From how many reporters a part of a spread is shown. A quartile is the number of one or two reporters: below ten, two of them
 * tell who the others are; a tenth below twenty is the smallest or the largest of all. Source: Eurostat, Handbook on Statistical
 * Disclosure Control (2nd ed., 2024), outputs with quantiles: at least ten units on each side of the cut, or as many as lie there.
 */
export const QUARTILE_REPORTERS = 10
export const TENTH_REPORTERS = 20

/**
 * Significant digits of a quantile and of the interval of a median, which are amounts of one or two reporters, and of the interval of
 * a mean. The interval of a median is shown as a tenth is, that of a mean as a quartile.
 */
export const QUANTILE_DIGITS = 2
export const MEAN_DIGITS = 3

/** A number to so many significant digits. */
export function inDigits(value: number, digits: number): number {
  return Number(value.toPrecision(digits))
}

/**
 * Dominance. p % rule: the second largest contributor must not know the largest to within 10 % of it by taking his own from the
 * sum; and nobody makes up half of a sum. Source: Handbook (above), sensitivity rules p % and (n, k); p = 10 and k = 50 are
 * within what its authors find in use.
 */
export const P_PERCENT = 10
export const LARGEST_SHARE = 0.5

/** Somebody, but too few to be told of. Zero tells of nobody. */
export function isFew(people: number, threshold: number): boolean {
  return people > 0 && people < threshold
}

/** How far from the truth a guess at a held-back sum must be able to lie, in the unit of the measure. */
export function sumMargin({ largest }: Pick<RawCell, 'largest'>): number {
  return (P_PERCENT / 100) * Math.abs(largest[0])
}

/** One or two reporters make up so much of a sum that one of them could find the other. */
export function isDominated({ sum, largest }: Pick<RawCell, 'sum' | 'largest'>): boolean {
  const [first, second] = [Math.abs(largest[0]), Math.abs(largest[1])]
  if (first === 0) return false
  return Math.abs(sum) - first - second < (P_PERCENT / 100) * first || first > LARGEST_SHARE * Math.abs(sum)
}

/** One or two reporters made up so many of the payments of a share that it is theirs. */
export function isLopsided({ base, largest }: Pick<RawCell, 'base' | 'largest'>): boolean {
  return isDominated({ sum: base, largest })
}

/** Measures whose sum is told, as sum or as mean. */
export function hasSum(form: MeasureForm): boolean {
  return form === 'amount' || form === 'ratio'
}

/**
 * Of the reporters of a cell few have the fact, few lack it, few hit or few do not. Counted in reporters where they are known; where
 * payments are counted, fewer payments than the threshold are of fewer reporters in any case.
 */
export function isFewWithin(cell: RawCell, threshold: number): boolean {
  const others = cell.base - cell.hits
  const otherReporters = cell.base === cell.baseReporters ? others : Math.min(others, cell.baseReporters)
  return (
    isFew(cell.baseReporters, threshold) ||
    isFew(cell.missing, threshold) ||
    isFew(cell.hits, threshold) ||
    isFew(cell.hitReporters, threshold) ||
    isFew(otherReporters, threshold)
  )
}
