/** What can be done to several cases at once. */
export const BULK_KINDS = ['assign', 'hand_over', 'label', 'unlabel', 'close'] as const
export type BulkKind = (typeof BULK_KINDS)[number]

/** Most cases in one go: those of one page of the queue. */
export const BULK_LIMIT = 50

/**
 * How it ended for one case; labels under `cases.outcome_`. `same`: it was so already. `waiting`: it was cut off before; `failed`: an
 * error of ours. Those two are taken up again when the form is sent again.
 */
export const BULK_OUTCOMES = [
  'done',
  'same',
  'not_found',
  'not_yours',
  'changed_meanwhile',
  'assignee_missing',
  'assignee_conflict',
  'same_officer',
  'case_closed',
  'case_gone',
  'first_stays',
  'has_danger',
  'worker_returned',
  'waiting',
  'failed',
] as const
export type BulkOutcome = (typeof BULK_OUTCOMES)[number]

/** Whether a case of an act is still to be tried. */
export function isUnfinished(outcome: BulkOutcome | null): boolean {
  return outcome === 'waiting' || outcome === 'failed'
}

/** One of the cases chosen, as the page showed it. */
export type ChosenCase = { readonly number: string; readonly version: number }

/** What somebody did to several cases, with how it ended for each. `undone`: how taking it back ended. */
export type BulkAct = {
  readonly id: string
  readonly kind: BulkKind
  readonly subjectId: string | null
  readonly doneAt: Date
  readonly undoneAt: Date | null
  readonly cases: readonly {
    readonly number: string
    readonly outcome: BulkOutcome
    readonly fromId: string | null
    readonly undone: BulkOutcome | null
  }[]
}

/** Closing is taken back within this time: later somebody looks at each case. */
export const CLOSE_UNDO_MINUTES = 30

/** Whether it can be taken back, or that was begun and cut off. Of a hand-over the cases come back; words that a colleague has read stay. */
export function isUndoable({ kind, doneAt, undoneAt, cases }: BulkAct, at: Date): boolean {
  if (kind === 'close' && at.getTime() - doneAt.getTime() > CLOSE_UNDO_MINUTES * 60_000) return false
  return cases.some(({ outcome, undone }) => outcome === 'done' && (undoneAt === null || isUnfinished(undone)))
}
