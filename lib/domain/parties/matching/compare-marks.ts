import { hasMarks } from './compare-words'
import type { Token } from './read-name'

/** Both are written with their marks, and the marks differ: likely two names, unless much else agrees. */
const OTHER_MARKS = 0.5
/** The same in a name whose other marks agree: whoever wrote it meant them. */
const OTHER_MEANT_MARKS = 0.25
/** Marks that were left out elsewhere in the name say less. */
const CARELESS_MARKS = 0.85

/**
 * How much the marks of two words of the same letters let them be one word: Hưng and Hùng are two. A word without marks says nothing
 * in a name that was typed without them, but is another one where the rest of the name has them: Tân Thành, Tân Thanh.
 */
export function marksOf(left: readonly Token[], right: readonly Token[]): (one: Token, two: Token) => number {
  const same = left.flatMap((one) => right.flatMap((two) => (one.text === two.text ? [{ one, two }] : [])))
  const isCareful = same.some(({ one, two }) => hasMarks(one) && one.marked === two.marked)
  const isCareless = !isCareful && same.some(({ one, two }) => hasMarks(one) !== hasMarks(two))
  return (one, two) => {
    if (one.text !== two.text || one.marked === two.marked) return 1
    if (hasMarks(one) && hasMarks(two)) return isCareless ? CARELESS_MARKS : isCareful ? OTHER_MEANT_MARKS : OTHER_MARKS
    return isCareful && hasMarks(one) !== hasMarks(two) ? OTHER_MARKS : 1
  }
}
