import { z } from 'zod'
import { mergeEdits, type Answers, type RowGroup, type TheirChange } from '@/lib/domain/writing/merge-edits'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { FieldValues } from './form-fields'
import { refused, type ErrorMessage, type FormState } from './form-state'

/** The field of a form that says what it was shown with (components/form/before-field.tsx). */
export const BEFORE_FIELD = 'before'

const beforeSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

export type RaceFacts = {
  /** What was sent, with the field that says what the form was shown with. */
  readonly typed: FieldValues
  /** What the form would be shown with now. */
  readonly now: FieldValues
  readonly groups?: readonly RowGroup[]
  /** The words for what a colleague put into a field. */
  readonly say: (field: string, value: string) => string
}

/**
 * After a lost race: what was not touched here is taken over from the colleague, what was stays, and each field that differs says so
 * at its place. A colleague who changed something the form does not hold is told of as before.
 */
export function lostRace({ typed, now, groups = [], say }: RaceFacts): FormState {
  const before = beforeOf(typed)
  const { [BEFORE_FIELD]: _before, ...sent } = typed
  if (before === null) return refused('changed_meanwhile', sent)
  const { values, taken, differing } = mergeEdits({ before, typed: sent, now }, groups)
  if (taken.length + differing.length === 0) return refused('changed_meanwhile', sent)
  const errors: Record<string, readonly ErrorMessage[]> = { '': [{ key: 'cases.theirs_lead' }] }
  const mark = (key: MessageKey, { field, now: theirs }: TheirChange) => {
    const words = theirs.filter((value) => value !== '').map((value) => say(field, value))
    errors[field] = [{ key, params: { count: words.length, value: words.join(', ') } }]
  }
  for (const one of taken) mark('cases.theirs_taken', one)
  for (const one of differing) mark('cases.theirs_differs', one)
  return { status: 'invalid', errors, values, isMerged: true }
}

/** What a form is shown with: how things stand now, and over it what was typed here before the session ended. */
export function heldOver(held: FieldValues | null, now: FieldValues, groups: readonly RowGroup[] = []): FieldValues {
  if (held === null) return now
  const before = beforeOf(held)
  const { [BEFORE_FIELD]: _before, ...typed } = held
  return before === null ? typed : mergeEdits({ before, typed, now }, groups).values
}

function beforeOf(values: FieldValues): Answers | null {
  const text = values[BEFORE_FIELD]
  if (typeof text !== 'string') return null
  try {
    return beforeSchema.parse(JSON.parse(text))
  } catch {
    return null
  }
}
