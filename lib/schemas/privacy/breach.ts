import { z } from 'zod'
import { isOriginCode, type OriginCode } from '@/lib/domain/countries'
import { BREACH_DATA } from '@/lib/domain/privacy/breach'
import { optionalWords, requestId, tick, version, words } from '../case/limits'

/** More people than any installation has. */
const PEOPLE_MAX = 10_000_000
/** As many numbers as fit into a list that somebody typed. */
const NUMBERS_MAX = 5_000

const people = z
  .string()
  .trim()
  .regex(/^\d{0,8}$/u, { error: 'privacy.people_wrong' })
  .transform((text) => (text === '' ? null : Number(text)))
  .refine((count) => count === null || count <= PEOPLE_MAX, { error: 'privacy.people_wrong' })

const facts = {
  data: z
    .array(z.enum(BREACH_DATA, { error: 'errors.choose_known' }), { error: 'privacy.data_missing' })
    .min(1, { error: 'privacy.data_missing' }),
  people,
  origins: z
    .array(z.string(), { error: 'errors.choose_known' })
    .default([])
    .refine((codes) => codes.every(isOriginCode), { error: 'errors.choose_known' })
    .transform((codes) => codes as OriginCode[]),
  isIntended: tick,
  isFraudRisk: tick,
}

/** An incident that somebody reports. */
export const reportBreachSchema = z.object({
  requestId,
  knownOn: z.iso.date({ error: 'errors.rule_day' }),
  knownTime: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/u, { error: 'privacy.time_wrong' }),
  what: words('privacy.what_missing'),
  measures: optionalWords,
  ...facts,
})

/** What an administrator makes of it. */
export const judgeBreachSchema = z.object({
  version,
  decision: z.enum(['notifiable', 'not_notifiable'], { error: 'errors.choose_one' }),
  why: words('privacy.why_missing'),
  ...facts,
})

/** One thing that was due is done, or need not be. */
export const doneDutySchema = z.object({
  duty: z.uuid({ error: 'errors.choose_known' }),
  outcome: z.enum(['done', 'not_needed'], { error: 'errors.choose_one' }),
  note: words('privacy.note_missing'),
})

/** Numbers of cases that it touches, with anything between them. */
export const touchedCasesSchema = z.object({
  numbers: words('privacy.numbers_missing').transform((text) =>
    [...new Set(text.split(/[\s,;]+/u).filter((part) => part !== ''))].slice(0, NUMBERS_MAX),
  ),
})

/** Everything is done: somebody else has to look. */
export const askClosingSchema = z.object({ version, measures: words('privacy.measures_missing') })

/** What the other person says. */
export const reviewBreachSchema = z.object({
  version,
  decision: z.enum(['agree', 'give_back'], { error: 'errors.choose_one' }),
  words: words('privacy.why_missing'),
})
