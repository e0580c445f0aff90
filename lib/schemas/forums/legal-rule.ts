import { z } from 'zod'
import { isDay } from '@/lib/domain/calendar/day'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import { PARTY_ROLES } from '@/lib/domain/fees/payees'
import { CONFIDENCES } from '@/lib/domain/fees/rules/fee-rule'
import {
  CLAIM_KINDS,
  COURT_CODES,
  FORUM_COSTS,
  FORUM_EFFECTS,
  LIMITATION_STARTS,
  WANTED_EVIDENCE,
  type LegalRule,
} from '@/lib/domain/forums/legal-rule'
import { bodyChoices } from '@/lib/domain/referral-choice'
import { SCHEME_CODES } from '@/lib/domain/schemes'

const day = z.string().refine(isDay)
const someOrAll = <const C extends readonly [string, ...string[]]>(codes: C) =>
  z.union([z.literal('*'), z.array(z.enum(codes)).min(1)])

const common = {
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u)
    .max(60),
  version: z.number().int().min(1),
  jurisdiction: z.enum(['JP', ...ORIGIN_CODES.filter((code) => code !== 'OTHER')]),
  claims: z.array(z.enum(CLAIM_KINDS)).min(1),
  origins: someOrAll(ORIGIN_CODES as readonly [string, ...string[]]),
  schemes: someOrAll(SCHEME_CODES),
  against: someOrAll(PARTY_ROLES as readonly [string, ...string[]]),
  valid_from: day.nullable(),
  valid_to: day.nullable(),
  source: z.object({
    title: z.string().min(1),
    article: z.string().nullable(),
    url: z.string().startsWith('https://').nullable(),
  }),
  verification: z.object({ verified: z.boolean(), confidence: z.enum(CONFIDENCES), read_on: day }),
  note: z.string().nullable(),
  withdrawn: z.boolean().default(false),
}

const BODIES = [...new Set([...COURT_CODES, ...ORIGIN_CODES.flatMap((origin) => bodyChoices(origin))])]

/** One version of a rule on forums or time limits, in the form of prisma/seed/legal-rules.json. */
const legalRuleFile = z.discriminatedUnion('kind', [
  z.object({
    ...common,
    kind: z.literal('forum'),
    body: z.enum(BODIES as [string, ...string[]]),
    effect: z.enum(FORUM_EFFECTS),
    evidence: z.array(z.enum(WANTED_EVIDENCE)),
    months_from: z.number().int().min(0).nullable(),
    months_to: z.number().int().min(0).nullable(),
    cost: z.enum(FORUM_COSTS),
    accepts_anonymous: z.boolean(),
  }),
  z.object({
    ...common,
    kind: z.literal('limitation'),
    period: z.object({ count: z.number().int().min(1).max(400), unit: z.enum(['years', 'months', 'days']) }),
    start: z.enum(LIMITATION_STARTS),
  }),
])

/** Reads a stored or shipped rule; null where this version of the program cannot read it. */
export function readLegalRule(raw: unknown): LegalRule | null {
  const read = legalRuleFile.safeParse(raw)
  if (!read.success) return null
  const { valid_from, valid_to, verification, withdrawn, ...rest } = read.data
  const common = {
    effectiveFrom: valid_from,
    effectiveTo: valid_to,
    verification: {
      isVerified: verification.verified,
      confidence: verification.confidence,
      readOn: verification.read_on,
    },
    isWithdrawn: withdrawn,
  }
  if (rest.kind === 'limitation') return { ...rest, ...common } as LegalRule
  const { months_from, months_to, accepts_anonymous, ...forum } = rest
  return {
    ...forum,
    ...common,
    monthsFrom: months_from,
    monthsTo: months_to,
    acceptsAnonymous: accepts_anonymous,
  } as LegalRule
}

/** The file form of a rule; `readLegalRule` reads it back to the same rule. */
export function legalRuleJson(rule: LegalRule): z.input<typeof legalRuleFile> {
  const { effectiveFrom, effectiveTo, verification, isWithdrawn, ...rest } = rule
  const common = {
    valid_from: effectiveFrom,
    valid_to: effectiveTo,
    verification: {
      verified: verification.isVerified,
      confidence: verification.confidence,
      read_on: verification.readOn,
    },
    ...(isWithdrawn && { withdrawn: true }),
  }
  if (rest.kind === 'limitation') return { ...rest, ...common } as z.input<typeof legalRuleFile>
  const { monthsFrom, monthsTo, acceptsAnonymous, ...forum } = rest
  return {
    ...forum,
    ...common,
    months_from: monthsFrom,
    months_to: monthsTo,
    accepts_anonymous: acceptsAnonymous,
  } as z.input<typeof legalRuleFile>
}
