import type { FieldValues } from '@/lib/http/form-fields'
import type { FormState } from '@/lib/http/form-state'
import type { SpokenState } from '@/lib/http/spoken-state'

/** A table of finished words; `isMarked` rows need a second look. */
export type PreviewTable = {
  readonly caption: string
  readonly columns: readonly string[]
  /** `href`: where the first cell leads. */
  readonly rows: readonly { readonly cells: readonly string[]; readonly isMarked: boolean; readonly href?: string }[]
}

/** What would be saved, in finished words. `tick`: what has to be ticked before it can be. */
export type PreviewContent = {
  readonly heading: string
  readonly lines: readonly string[]
  readonly warnings: readonly string[]
  readonly tables: readonly PreviewTable[]
  readonly tick: { readonly name: string; readonly text: string; readonly help: string } | null
  /** Null: nothing would be saved. */
  readonly confirm: string | null
}

/**
 * The step between typing and saving: `values` are sent along when it is confirmed, and are back in the fields when it is not.
 * `problems`: a list to put right, longer than fields can say, above the fields.
 */
export type PreviewState =
  | {
      readonly status: 'preview'
      readonly content: PreviewContent
      readonly values: FieldValues
      readonly problem: string | null
    }
  | {
      readonly status: 'problems'
      readonly heading: string
      readonly problems: readonly string[]
      readonly values: FieldValues
    }
  | { readonly status: 'again'; readonly values: FieldValues }

export type PreviewAction = (previous: FormState, data: FormData) => Promise<FormState | PreviewState>
export type SpokenPreviewState = SpokenState | PreviewState

/** The field that says which button was pressed: nothing is saved before `confirm`. */
export const STEP_FIELD = 'step'
export const STEPS = { check: 'check', confirm: 'confirm', again: 'again' } as const
