import { z } from 'zod'
import {
  AGE_BANDS,
  EDUCATION_LEVELS,
  PERSON_FIELDS,
  SECTOR_CODES,
  SEX_CODES,
  type PersonFacts,
  type PersonField,
} from '@/lib/domain/report/person-facts'
import { requestId, version } from '../case/limits'
import { ownFormShape } from '../track/own-form'

/** One of a list; nothing chosen, or no wish to say, is not told. */
const choice = <T extends string>(codes: readonly T[]) =>
  z
    .union([z.literal(''), z.enum(codes)], { error: 'errors.choose_known' })
    .optional()
    .transform((code) => (code === undefined || code === '' ? null : code))

const questions = {
  sex: choice(SEX_CODES),
  ageBand: choice(AGE_BANDS),
  education: choice(EDUCATION_LEVELS),
  sector: choice(SECTOR_CODES),
}

/** The four questions about who reports. */
export const personSchema = z.object(questions)

/** The same on the worker's page; `remove`: all answers are taken back, whatever is chosen. */
export const ownPersonSchema = z.object({ ...ownFormShape, version, remove: z.literal('1').optional(), ...questions })

/** The same on the case, by an officer. */
export const casePersonSchema = z.object({ requestId, version, ...questions })

/** What is known, as the fields of the questions. */
export function personFieldsOf(facts: PersonFacts): Record<PersonField, string> {
  const fields = PERSON_FIELDS.map((field) => [field, facts[field] ?? ''] as const)
  return Object.fromEntries(fields) as Record<PersonField, string>
}
