import 'server-only'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { Grant } from '@/lib/access/grant'
import { notHere } from '@/lib/access/not-here'
import type { StaffPermission } from '@/lib/access/policy'
import type { Result } from '@/lib/domain/result'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import type { MessageKey } from '@/lib/i18n/message-key'
import { forgetHeld, grantOrHold, provenGrantOrHold, type StaffForm } from './cases/[number]/held-form'

/**
 * The way of every staff form that stands alone: the pass, the fields, the act, and on to the next page. A session that ended keeps
 * what was typed, a refusal shows it again, and what is not there looks like what is not theirs.
 */
export async function postForm<P extends StaffPermission, S extends z.ZodType, V>(
  { permission, form, schema, data, isProven = false, fieldOfRefusal = {} }: PostedForm<P, S>,
  act: (grant: Grant<P>, value: z.output<S>) => Promise<Result<V, { readonly code: string }>>,
  next: string | ((value: z.output<S>, made: V) => string),
): Promise<FormState> {
  const passed = isProven ? await provenGrantOrHold(permission, form, data) : await grantOrHold(permission, form, data)
  if ('state' in passed) return passed.state
  const parsed = parseForm(schema, data, form.lists === undefined ? {} : { lists: form.lists })
  if (!parsed.ok) return parsed.state
  const done = await act(passed.grant, parsed.value)
  if (!done.ok) {
    const { code } = done.error
    const atField = fieldOfRefusal[code]
    if (atField) return invalidField(atField.field, { key: atField.key }, parsed.values)
    if (code === 'not_found') notHere(form.locale)
    return refused(code, parsed.values)
  }
  await forgetHeld(form)
  redirect(typeof next === 'string' ? next : next(parsed.value, done.value))
}

type PostedForm<P, S> = {
  readonly permission: P
  readonly form: StaffForm
  readonly schema: S
  readonly data: FormData
  /** It asks again who it is. */
  readonly isProven?: boolean
  /** Refusals that are said at a field; every other one is said of the whole form. */
  readonly fieldOfRefusal?: Readonly<Record<string, { readonly field: string; readonly key: MessageKey }>>
}

/** Of a form that is a button alone. */
export const nothing = z.object({})
