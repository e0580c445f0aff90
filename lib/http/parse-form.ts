import type { z } from 'zod'
import { errorsOf } from './field-errors'
import { readFields, type FieldValues } from './form-fields'
import type { FormState } from './form-state'

export type ParsedForm<T> =
  | { readonly ok: true; readonly value: T; readonly values: FieldValues }
  | { readonly ok: false; readonly state: FormState }

/**
 * A posted form against its schema. `value` is what the use case gets, `values` is what the person typed
 * and is handed back with every later refusal. Schema messages are message keys.
 * `lists` names the fields that may repeat (tick boxes): they arrive as arrays even when one is ticked. `exact` names those of which
 * nothing is cleaned: passwords.
 */
export function parseForm<S extends z.ZodType>(
  schema: S,
  data: FormData,
  options: { readonly lists?: readonly string[]; readonly exact?: readonly string[] } = {},
): ParsedForm<z.output<S>> {
  const values = readFields(data, options.lists, options.exact)
  const parsed = schema.safeParse(values)
  if (parsed.success) return { ok: true, value: parsed.data, values }
  return { ok: false, state: { status: 'invalid', errors: errorsOf(parsed.error.issues), values } }
}
