import type { z } from 'zod'
import type * as ParseFormModule from '@/lib/http/parse-form'
import { readFields } from '@/lib/http/form-fields'
import { fixedId } from '../people'

// Forms filled in until their schema takes them: so that what turns somebody away is who they are and not what they wrote.

type Values = Record<string, string | readonly string[]>

const UUID = '7d3c1a52-6f0e-4b8a-9c55-0d7b2f1e4a90'

/** Tried one after the other for a field that a schema does not take. */
const TRIED = [
  'yes',
  '1',
  '2026-10-01',
  UUID,
  'Words that say why this is done, long enough for every rule.',
  '2026-10',
  'JPY',
  'JP',
  '10000',
  '2025-Q1',
  'web',
  'no',
  'a@example.org',
  'correct horse battery staple',
  '2026',
  '0',
]

const LIKELY: Readonly<Record<string, string>> = {
  version: '1',
  requestId: UUID,
  number: '',
  id: UUID,
  // Of the first world, whoever sends the form.
  colleagueId: fixedId('caseworker', 1),
  passkeyId: fixedId('staff_passkey', 1),
  duty: fixedId('breach_duty', 1),
  openingId: fixedId('break_glass', 1),
}

/** The values with every field that the schema refuses filled in; as they are when it cannot be pleased. */
export function filledFor(schema: z.ZodType, given: Values): Values {
  const values: Values = { ...LIKELY, ...given }
  const turns = new Map<string, number>()
  for (let round = 0; round < 40; round += 1) {
    const parsed = schema.safeParse(values)
    if (parsed.success) return values
    const [issue] = parsed.error.issues.filter(({ path }) => typeof path[0] === 'string')
    if (!issue) return given
    const field = String(issue.path[0])
    const turn = turns.get(field) ?? 0
    turns.set(field, turn + 1)
    const value = offered(issue) ?? TRIED[turn % TRIED.length] ?? ''
    values[field] = Array.isArray(values[field]) || wantsList(issue) ? [value] : value
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) delete values[key]
  }
  return given
}

const wantsList = (issue: z.core.$ZodIssue): boolean =>
  (issue.code === 'invalid_type' && issue.expected === 'array') || typeof issue.path[1] === 'number'

function offered(issue: z.core.$ZodIssue): string | undefined {
  if (issue.code === 'invalid_value') return String(issue.values[0])
  if (issue.code === 'invalid_union')
    return issue.errors.flatMap((inner) => inner.map(offered)).find((value) => value !== undefined)
  return undefined
}

type ParseForm = typeof ParseFormModule

/** The module that reads forms, reading them filled in. */
export function fillingIn(real: ParseForm): ParseForm {
  const parseForm: ParseForm['parseForm'] = (schema, data, options) => {
    const filled = filledFor(schema, readFields(data, options?.lists, options?.exact))
    const form = new FormData()
    for (const [name, value] of Object.entries(filled))
      for (const one of Array.isArray(value) ? value : [value]) form.append(name, String(one))
    return real.parseForm(schema, form, options)
  }
  return { ...real, parseForm }
}
