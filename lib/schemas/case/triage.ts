import { z } from 'zod'
import { DANGER_CODES } from '@/lib/domain/grievances/dangers'
import { JAPAN_BODY_CODES } from '@/lib/domain/grievances/bodies'
import { SEVERITIES } from '@/lib/domain/severity-levels'
import { TRIAGE_DECISIONS, type DangerFindings } from '@/lib/domain/triage'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { optionalWords, requestId, version, words } from './limits'

/** Fields of the triage form that may repeat. */
export const TRIAGE_LISTS = ['signposts', 'related'] as const

const unset = z.literal('').transform(() => undefined)

/** A case number as people type it; empty is none. */
const caseNumber = z
  .string()
  .trim()
  .max(40, { error: 'errors.choose_known' })
  .transform((text, context) => {
    const read = parseCaseNumber(text)
    if (read.ok) return read.value
    context.addIssue({ code: 'custom', message: 'cases.related_number_wrong' })
    return z.NEVER
  })
const optionalNumber = z.union([unset, caseNumber]).optional()

/** The field that says what was found of a danger. */
export const dangerField = (code: string) => `danger_${code}`

const form = z
  .object({
    version,
    requestId,
    decision: z.enum(TRIAGE_DECISIONS, { error: 'errors.choose_one' }),
    severity: z.union([unset, z.enum(SEVERITIES)], { error: 'errors.choose_one' }).optional(),
    severityReason: optionalWords,
    assigneeId: z.union([unset, z.uuid()], { error: 'errors.choose_one' }).optional(),
    conflict: z.enum(['yes', 'no'], { error: 'errors.choose_one' }).optional(),
    reason: optionalWords,
    signposts: z.array(z.enum(JAPAN_BODY_CODES, { error: 'errors.choose_known' })),
    duplicateOf: optionalNumber,
    duplicateNumber: optionalNumber,
    related: z.array(caseNumber).max(20),
    findings: z.partialRecord(z.enum(DANGER_CODES), z.enum(['now', 'not'])),
  })
  .superRefine((typed, context) => {
    const miss = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    // The question is answered by a person, never by its absence.
    if (typed.decision === 'assign' && typed.conflict === undefined) miss('conflict', 'errors.choose_one')
    if (typed.decision === 'duplicate' && !typed.duplicateOf && !typed.duplicateNumber)
      miss('duplicateNumber', 'cases.related_number_missing')
  })
  .transform(({ duplicateNumber, ...typed }) => ({
    ...typed,
    severity: typed.severity ?? null,
    duplicateOf: duplicateNumber ?? typed.duplicateOf,
  }))

/** The triage page. Which field a decision needs beside these is the workflow's to say. */
export const triageSchema = z.preprocess((values) => {
  const typed = Object(values) as Record<string, unknown>
  return { ...typed, findings: findingsOf(typed) }
}, form)

function findingsOf(typed: Record<string, unknown>): DangerFindings {
  return Object.fromEntries(
    DANGER_CODES.flatMap((code) => {
      const found = typed[dangerField(code)]
      return found === 'now' || found === 'not' ? [[code, found]] : []
    }),
  )
}

/** Two cases that an officer links. */
export const linkSchema = z.object({
  version,
  requestId,
  kind: z.enum(['related', 'duplicate'], { error: 'errors.choose_one' }),
  chosen: optionalNumber,
  typed: optionalNumber,
  reason: words('errors.required'),
})

/** A link that is undone. */
export const unlinkSchema = z.object({ requestId, linkId: z.uuid(), reason: words('errors.required') })
