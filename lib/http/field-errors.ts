import type { z } from 'zod'
import type { MessageKey } from '@/lib/i18n/message-key'
import type { ErrorMessage, FieldErrors } from './form-state'

const KEY_SHAPE = /^[a-z]+\.[a-z0-9_.]+$/

/** Said when a schema has no words of its own for a field: a missing key must never reach a reader as English. */
const UNNAMED: MessageKey = 'errors.check_answer'

/**
 * zod issues as errors by field. A schema writes message keys (`{ error: 'errors.amount_unreadable' }`);
 * limits and the `params` of a custom issue are passed on for the words. Indexes of repeated names are dropped.
 */
export function errorsOf(issues: readonly z.core.$ZodIssue[]): FieldErrors {
  const errors: Record<string, ErrorMessage[]> = {}
  for (const issue of issues) {
    const field = issue.path.filter((part) => typeof part === 'string').join('.')
    const error = messageOf(issue)
    const known = (errors[field] ??= [])
    if (!known.some((other) => other.key === error.key)) known.push(error)
  }
  return errors
}

function messageOf(issue: z.core.$ZodIssue): ErrorMessage {
  const key = KEY_SHAPE.test(issue.message) ? (issue.message as MessageKey) : UNNAMED
  const params: Record<string, string | number> = {}
  if ('maximum' in issue) params['maximum'] = Number(issue.maximum)
  if ('minimum' in issue) params['minimum'] = Number(issue.minimum)
  if (issue.code === 'custom') {
    for (const [name, value] of Object.entries(issue.params ?? {})) {
      if (typeof value === 'string' || typeof value === 'number') params[name] = value
    }
  }
  return Object.keys(params).length === 0 ? { key } : { key, params }
}
