import { z } from 'zod'
import {
  ASKED_RESULTS,
  IDENTITY_FACTS,
  MET_HOWS,
  type AskedResult,
  type IdentityFact,
} from '@/lib/domain/identity-check'
import { optionalWords, requestId, words } from './limits'

/** What an officer makes of a correction. */
export const decideCorrectionSchema = z.object({
  requestId,
  decision: z.enum(['accepted', 'declined'], { error: 'errors.choose_one' }),
  reason: optionalWords.transform((text) => text ?? ''),
})

/** Telling the worker that nobody else can take the case. */
export const noOtherOfficerSchema = z.object({ requestId, reason: words('errors.message_required') })

/** The name of the field for one fact of an identity check. */
export function factField(fact: IdentityFact): `fact_${IdentityFact}` {
  return `fact_${fact}`
}

const asked = z.enum(ASKED_RESULTS, { error: 'errors.choose_known' }).default('not_asked')

/** How the two met, and what came of asking each fact. */
export const checkIdentitySchema = z
  .object({
    requestId,
    metHow: z.enum(MET_HOWS, { error: 'cases.code_met_missing' }),
    ...(Object.fromEntries(IDENTITY_FACTS.map((fact) => [factField(fact), asked])) as Record<
      `fact_${IdentityFact}`,
      typeof asked
    >),
  })
  .transform((form) => ({
    requestId: form.requestId,
    metHow: form.metHow,
    answers: Object.fromEntries(IDENTITY_FACTS.map((fact) => [fact, form[factField(fact)]])) as Record<
      IdentityFact,
      AskedResult
    >,
  }))
