/** What can be done to several cases at once. */
export const BULK_KINDS = ['assign', 'hand_over', 'label', 'unlabel'] as const
export type BulkKind = (typeof BULK_KINDS)[number]

/** Most cases in one go: those of one page of the queue. */
export const BULK_LIMIT = 50

/** How it ended for one case; labels under `cases.outcome_`. `same`: it was so already. */
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
] as const
export type BulkOutcome = (typeof BULK_OUTCOMES)[number]

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

/** Whether it can be taken back at all: words that a colleague has read stay. */
export function isUndoable({ kind, undoneAt, cases }: BulkAct): boolean {
  return kind !== 'hand_over' && undoneAt === null && cases.some(({ outcome }) => outcome === 'done')
}
