import { SPECIAL_CARE } from '@/lib/domain/privacy/breach'
import { ACTIVITIES } from '@/lib/domain/privacy/processing-register'
import { BODIES_IN_JAPAN } from '@/lib/domain/referral/bodies'
import { RETENTION } from '@/lib/domain/retention/periods'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { Translator } from '@/lib/i18n/translate'
import { keptText, kindText } from './kept-words'

/** The columns of the register, as the page and the files have them. */
export const REGISTER_COLUMNS = [
  'activity',
  'people',
  'data',
  'special',
  'ground',
  'goes_to',
  'kept',
  'measures',
] as const
export type RegisterColumn = (typeof REGISTER_COLUMNS)[number]
export type RegisterRow = { readonly code: string } & Readonly<Record<RegisterColumn, readonly string[]>>

/** Every activity in words. */
export function registerRows(t: Translator): readonly RegisterRow[] {
  return ACTIVITIES.map(({ code, people, data, ground, goesTo, kept, measures }) => ({
    code,
    activity: [t(`privacy.activity_${code}` as MessageKey)],
    people: people.map((kind) => t(`privacy.person_${kind}`)),
    data: data.filter((kind) => !SPECIAL_CARE.includes(kind)).map((kind) => t(`privacy.data_${kind}`)),
    special: data.filter((kind) => SPECIAL_CARE.includes(kind)).map((kind) => t(`privacy.data_${kind}`)),
    ground: [t(`privacy.ground_${ground}`)],
    goes_to: [t(`privacy.goes_to_${goesTo}`)],
    kept: kept.map((kind) => `${kindText(t, kind)}: ${keptText(t, RETENTION[kind].kept)}`),
    measures: measures.map((measure) => t(`privacy.measure_${measure}`)),
  }))
}

/** The bodies in Japan that a case may go to with a yes, by name. */
export function bodyNames(t: Translator): readonly string[] {
  return BODIES_IN_JAPAN.map(({ code }) => t(`codes.body.${code}` as MessageKey))
}
