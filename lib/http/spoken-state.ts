import type { Translator } from '@/lib/i18n/translate'
import type { FieldValues } from './form-fields'
import { PUZZLES } from '@/lib/domain/challenge'
import type { FieldErrors, FormState, LikelyAnswer } from './form-state'
import type { MessageKey } from '@/lib/i18n/message-key'

export type SpokenError = { readonly text: string; readonly likely?: readonly LikelyAnswer[] }

/** A form state in finished words, so that no catalog travels to the phone. */
/** A challenge in words; `working` with `{done}`, which the script of the page fills in. */
export type SpokenChallenge = {
  readonly token: string
  readonly seed: string
  readonly bits: number
  readonly puzzles: number
  readonly seconds: number
  readonly wait: string
  readonly working: string
  readonly done: string
}

export type SpokenState =
  | { readonly status: 'idle' }
  | {
      readonly status: 'failed'
      /** Heading of the summary. */
      readonly heading: string
      /** What the page title says first: "two answers to check". */
      readonly titlePart: string
      /** One error per field, in the order found; the empty name is for the form as a whole. */
      readonly errors: Readonly<Record<string, SpokenError>>
      readonly values: FieldValues
      /** The values are not what was typed alone: the fields are to show them. */
      readonly isMerged?: true
      /** What has to be done before the same is sent again. */
      readonly held?: SpokenChallenge
    }

export const SPOKEN_IDLE: SpokenState = { status: 'idle' }

/** Words for refusals where `errors.<code>` does not say it well. */
export type RefusalKeys = Readonly<Record<string, MessageKey>>

/** The state in the words of one language. */
export function speak(state: FormState, t: Translator, refusals: RefusalKeys = {}): SpokenState {
  if (state.status === 'idle') return SPOKEN_IDLE
  if (state.status === 'held') return spokenChallenge(state, t, refusals)
  const errors =
    state.status === 'invalid' ? spokenErrors(state.errors, t) : { '': { text: refusalText(state.code, t, refusals) } }
  const count = Object.keys(errors).length
  return {
    status: 'failed',
    heading: state.status === 'invalid' ? t('common.errors_title', { count }) : t('errors.failed_heading'),
    titlePart: t('common.errors_in_title', { count }),
    errors,
    values: state.values,
    ...(state.status === 'invalid' && state.isMerged ? { isMerged: true } : {}),
  }
}

function spokenChallenge(
  { challenge, values }: Extract<FormState, { status: 'held' }>,
  t: Translator,
  refusals: RefusalKeys,
): SpokenState {
  return {
    status: 'failed',
    heading: t('errors.held_heading'),
    titlePart: t('errors.held_heading'),
    errors: { '': { text: refusalText('held', t, refusals) } },
    values,
    held: {
      ...challenge,
      puzzles: PUZZLES,
      wait: t('errors.held_wait', { seconds: challenge.seconds }),
      working: t('errors.held_working', { done: '{done}', all: `${PUZZLES}` }),
      done: t('errors.held_done'),
    },
  }
}

function spokenErrors(errors: FieldErrors, t: Translator): Record<string, SpokenError> {
  const spoken: Record<string, SpokenError> = {}
  for (const [field, [first]] of Object.entries(errors)) {
    if (first === undefined) continue
    const text = t(t.has(first.key) ? first.key : 'errors.check_answer', first.params)
    spoken[field] = first.likely === undefined ? { text } : { text, likely: first.likely }
  }
  return spoken
}

function refusalText(code: string, t: Translator, refusals: RefusalKeys): string {
  const key = refusals[code] ?? `errors.${code}`
  return t(t.has(key) ? key : 'errors.refused')
}
