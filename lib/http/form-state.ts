import type { Challenge } from '@/lib/domain/challenge'
import type { MessageKey, MessageParams } from '@/lib/i18n/message-key'
import type { FieldValues } from './form-fields'

/** A likely answer to tap instead of typing it again: "120,000,000 ₫". */
export type LikelyAnswer = { readonly value: string; readonly text: string }

/**
 * One thing to check, as a message key; the words are found where the language is known.
 * `likely` offers the answers the person probably means (an amount that lost its zeros).
 */
export type ErrorMessage = {
  readonly key: MessageKey
  readonly params?: MessageParams
  readonly likely?: readonly LikelyAnswer[]
}

/** Errors by field name; the empty name is for the form as a whole. */
export type FieldErrors = Readonly<Record<string, readonly ErrorMessage[]>>

/**
 * What an action answers when it does not redirect. `invalid`: answers to check. `refused`: the answers are
 * fine, a rule says no; its words are `errors.<code>`. `held`: there are too many at once, and the same goes through when the
 * challenge is done or waited out (ADR 051). What was typed always comes back; `isMerged`: together with what somebody
 * else saved meanwhile (lost-race.ts).
 */
export type FormState =
  | { readonly status: 'idle' }
  | { readonly status: 'invalid'; readonly errors: FieldErrors; readonly values: FieldValues; readonly isMerged?: true }
  | { readonly status: 'refused'; readonly code: string; readonly values: FieldValues }
  | { readonly status: 'held'; readonly challenge: Challenge; readonly values: FieldValues }

export type FormAction = (previous: FormState, data: FormData) => Promise<FormState>

export const IDLE: FormState = { status: 'idle' }

/** A refusal with the words typed. */
export function refused(code: string, values: FieldValues): FormState {
  return { status: 'refused', code, values }
}

/** Too many at once: what has to be done first, with the words typed. */
export function heldBack(challenge: Challenge, values: FieldValues): FormState {
  return { status: 'held', challenge, values }
}

/** One error at one field, found after parsing (a rule of the use case that belongs to a field). */
export function invalidField(field: string, error: ErrorMessage, values: FieldValues): FormState {
  return { status: 'invalid', errors: { [field]: [error] }, values }
}
