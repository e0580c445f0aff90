import type { Refusing } from './classes'
import type { ToldClasses } from './file-columns'
import type { Levels } from './recoding'

/** The window and the columns of a file; quarters as `2026-Q3`. */
export type FilePlan = {
  readonly fromQuarter: string
  readonly toQuarter: string
  readonly quasi: readonly string[]
  /** Sensitive columns and amounts. */
  readonly others: readonly string[]
}

/** A file that was handed out, or may have been: how it was recoded, and what is told of which records. */
export type EarlierFile = FilePlan & ToldClasses & { readonly levels: Levels }

export type AgainstEarlier =
  | { readonly kind: 'free' }
  | { readonly kind: 'same'; readonly levels: Levels; readonly isRefused: Refusing }
  | { readonly kind: 'refused'; readonly code: 'window_overlaps' | 'other_columns' }

/**
 * What earlier files leave open to a later one, so that nobody undoes both by joining them. Windows that do not meet are free. Windows
 * that overlap in part are refused: the difference would tell when. The same window gets the same recoding of the same columns, no column
 * that was not there; and of records that read alike, those whose number differs from before by fewer than k are left out, or the
 * difference would be a few reporters. So are those that were left out before, until k more are there; of what has no number it is not
 * known whether there were some, so that it takes 2k.
 */
export function againstEarlier(plan: FilePlan, k: number, earlier: readonly EarlierFile[]): AgainstEarlier {
  const meeting = earlier.filter((file) => plan.fromQuarter <= file.toQuarter && file.fromQuarter <= plan.toQuarter)
  const [first] = meeting
  if (!first) return { kind: 'free' }
  if (meeting.some((file) => file.fromQuarter !== plan.fromQuarter || file.toQuarter !== plan.toQuarter))
    return { kind: 'refused', code: 'window_overlaps' }
  const isSame = (file: EarlierFile) =>
    file.quasi.join() === plan.quasi.join() && plan.others.every((column) => file.others.includes(column))
  if (!meeting.every(isSame)) return { kind: 'refused', code: 'other_columns' }
  return {
    kind: 'same',
    levels: first.levels,
    isRefused: (values, size) =>
      meeting.some(({ classes }) => {
        const before = classes[values]
        if (before === undefined) return size < 2 * k
        return before < 0 ? size + before < k : before !== size && Math.abs(before - size) < k
      }),
  }
}
