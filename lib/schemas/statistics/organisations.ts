import { z } from 'zod'
import { isDay } from '@/lib/domain/calendar/day'
import { RELEASE_DECISIONS } from '@/lib/domain/statistics/organisations/release'
import { LOCALES } from '@/lib/i18n/locales'
import { optionalWords, requestId, version, words } from '../case/limits'

const chooseOne = { error: 'errors.choose_one' } as const
const note = words('statistics.organisation_note_missing')
const emptyIsNone = z.literal('').transform(() => undefined)
const day = z.string(chooseOne).trim().refine(isDay, chooseOne)

export const askOrganisationSchema = z.object({ requestId, note })

/** `informedOn` is needed to approve; the use case says so. */
export const decideOrganisationSchema = z.object({
  version,
  decision: z.enum(RELEASE_DECISIONS, chooseOne),
  informedOn: emptyIsNone.or(day).optional(),
  note,
})

/** An empty text takes the reply off. */
export const organisationReplySchema = z
  .object({
    version,
    text: optionalWords,
    language: z.enum(LOCALES, chooseOne),
    repliedOn: emptyIsNone.or(day).optional(),
    en: optionalWords,
    ja: optionalWords,
  })
  .refine(({ text, repliedOn }) => (text ?? '') === '' || repliedOn !== undefined, {
    path: ['repliedOn'],
    ...chooseOne,
  })
