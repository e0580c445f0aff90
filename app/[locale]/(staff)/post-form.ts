import 'server-only'
import { redirect } from 'next/navigation'
import type { z } from 'zod'
import type { Grant } from '@/lib/access/grant'
import { notHere } from '@/lib/access/not-here'
import type { StaffPermission } from '@/lib/access/policy'
import type { Result } from '@/lib/domain/result'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { forgetHeld, grantOrHold, provenGrantOrHold, type StaffForm } from './cases/[number]/held-form'

/**
 * The way of every staff form that stands alone: the pass, the fields, the act, and on to the next page. A session that ended keeps
 * what was typed, a refusal shows it again, and what is not there looks like what is not theirs.
 */
export async function postForm<P extends StaffPermission, S extends z.ZodType>(
  { permission, form, schema, data, isProven = false }: PostedForm<P, S>,
  act: (grant: Grant<P>, value: z.output<S>) => Promise<Result<unknown, { readonly code: string }>>,
  next: string | ((value: z.output<S>) => string),
): Promise<FormState> {
  const passed = isProven ? await provenGrantOrHold(permission, form, data) : await grantOrHold(permission, form, data)
  if ('state' in passed) return passed.state
  const parsed = parseForm(schema, data, form.lists === undefined ? {} : { lists: form.lists })
  if (!parsed.ok) return parsed.state
  const done = await act(passed.grant, parsed.value)
  if (!done.ok && done.error.code === 'not_found') notHere(form.locale)
  if (!done.ok) return refused(done.error.code, parsed.values)
  await forgetHeld(form)
  redirect(typeof next === 'string' ? next : next(parsed.value))
}

type PostedForm<P, S> = {
  readonly permission: P
  readonly form: StaffForm
  readonly schema: S
  readonly data: FormData
  /** It asks again who it is. */
  readonly isProven?: boolean
}
