import { z } from 'zod'
import { readPosterCode } from '@/lib/domain/posters/poster-code'
import { noAnswers, type ReportAnswers } from '@/lib/domain/report/answers'
import { LOCALES, type Locale } from '@/lib/i18n/locales'

/** How the worker's agreement reached the officer who writes the report down. */
export const ASSISTED_CONSENT_METHODS = ['told_to_officer', 'paper', 'voice'] as const

/** How a report came to an office when it is not the worker who types. */
export const ASSISTED_CHANNELS = ['ngo', 'phone', 'paper'] as const
export type AssistedChannel = (typeof ASSISTED_CHANNELS)[number]

/** What staff add to a report that they write down for a worker. */
export type AssistedFiling = {
  readonly channel?: AssistedChannel | undefined
  /** The language the worker reads, which need not be the officer's. */
  readonly language?: Locale | undefined
}

/** What a draft holds until it is sent. `assisted` only when staff write for a worker. */
export type ReportDraft = {
  readonly answers: ReportAnswers
  readonly assisted: AssistedFiling
  /** The code of the poster that led here. */
  readonly via?: string | undefined
}

const draftPayloadSchema = z.object({
  answers: z.record(z.string(), z.unknown()).catch({}),
  assisted: z.object({ channel: z.enum(ASSISTED_CHANNELS).optional(), language: z.enum(LOCALES).optional() }).catch({}),
  via: z.unknown().optional().transform(readPosterCode),
})

/** A draft that nobody has written in yet. */
export function emptyDraft(): ReportDraft {
  return { answers: noAnswers(), assisted: {} }
}

/** The draft out of its stored value. Only our own sealed text gets here; a draft of an older version may lack lists. */
export function readDraftPayload(payload: unknown): ReportDraft {
  const parsed = draftPayloadSchema.safeParse(payload)
  if (!parsed.success) return emptyDraft()
  return {
    answers: { ...noAnswers(), ...(parsed.data.answers as Partial<ReportAnswers>) },
    assisted: parsed.data.assisted,
    ...(parsed.data.via === null ? {} : { via: parsed.data.via }),
  }
}
