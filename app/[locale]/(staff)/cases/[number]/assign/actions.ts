'use server'

import { notHere } from '@/lib/access/not-here'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { assignCaseSchema } from '@/lib/schemas/case/responsibility'
import { assignCase } from '@/lib/usecases/assign-case'
import { grantOrHold } from '../held-form'

/** Gives a case to somebody of the office. */
export async function assignCaseAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/cases/${number}/assign`
  const passed = await grantOrHold('case.assign', { name: 'assign', number, locale, address }, data)
  if ('state' in passed) return passed.state
  const form = parseForm(assignCaseSchema, data)
  if (!form.ok) return form.state
  const { version, conflict, assigneeId } = form.value
  const done = await assignCase(passed.grant, { number, version, assigneeId, hasConflict: conflict === 'yes' })
  if (done.ok) redirect(`/${locale}/cases/${number}?done=assigned`)
  switch (done.error.code) {
    case 'not_found':
      return notHere(locale)
    case 'assignee_missing':
      return invalidField('assigneeId', { key: 'errors.choose_known' }, form.values)
    case 'assignee_conflict':
      return invalidField('conflict', { key: 'codes.move_error.assignee_conflict' }, form.values)
    case 'same_officer':
      return invalidField('assigneeId', { key: 'codes.move_error.same_officer' }, form.values)
    case 'case_closed':
    case 'changed_meanwhile':
      revalidatePath(address)
      return refused(done.error.code, form.values)
    default:
      throw new Error(`unhandled refusal ${String(done.error.code satisfies never)}`)
  }
}
