import type { z } from 'zod'
import { RULE_PROBLEM_CODES, type RuleProblem, type RuleProblemCode } from '@/lib/domain/fees/rules/rule-problems'

type Issue = z.core.$ZodIssue

/** What zod refused in the file form of a rule, as problems that name the rule, the field and the value. */
export function problemsOf(raw: unknown, error: z.ZodError): RuleProblem[] {
  const [rule, version] = nameOf(raw)
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          rule,
          version,
          field: fieldOf([...issue.path, key]),
          code: 'unknown_field' as const,
          value: key,
        }))
      : [{ rule, version, field: fieldOf(issue.path), code: codeOf(issue), value: shown(issue.input) }],
  )
}

// A list member is told by its list: the value beside it says which one.
function fieldOf(path: readonly PropertyKey[]): string {
  return path.filter((part) => typeof part === 'string').join('.')
}

function codeOf({ message, input }: Issue): RuleProblemCode {
  const code = RULE_PROBLEM_CODES.find((known) => known === message) ?? 'wrong_kind'
  return input === undefined && code !== 'cap_without_currency' && code !== 'cap_without_wage' ? 'missing' : code
}

function nameOf(raw: unknown): [string, number | null] {
  if (typeof raw !== 'object' || raw === null) return ['?', null]
  const id = 'id' in raw && typeof raw.id === 'string' && raw.id !== '' ? raw.id : '?'
  return [id, 'version' in raw && typeof raw.version === 'number' ? raw.version : null]
}

function shown(input: unknown): string {
  if (input === undefined) return ''
  return typeof input === 'string' ? input.slice(0, 100) : (JSON.stringify(input) ?? '').slice(0, 100)
}
