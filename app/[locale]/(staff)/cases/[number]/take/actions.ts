'use server'

import { notHere } from '@/lib/access/not-here'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { takeCaseSchema } from '@/lib/schemas/case/responsibility'
import { takeCase } from '@/lib/usecases/take-case'
import { grantOrHold } from '../held-form'

/** Takes a case. */
export async function takeCaseAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/cases/${number}/take`
  const passed = await grantOrHold('case.take', { name: 'take', number, locale, address }, data)
  if ('state' in passed) return passed.state
  const form = parseForm(takeCaseSchema, data)
  if (!form.ok) return form.state
  const done = await takeCase(passed.grant, {
    number,
    version: form.value.version,
    hasConflict: form.value.conflict === 'yes',
  })
  if (done.ok) redirect(`/${locale}/cases/${number}?done=taken`)
  switch (done.error.code) {
    case 'not_found':
      return notHere(locale)
    case 'assignee_conflict':
      return invalidField('conflict', { key: 'cases.conflict_refused' }, form.values)
    case 'same_officer':
      return invalidField('conflict', { key: 'codes.move_error.same_officer' }, form.values)
    case 'already_held':
    case 'case_closed':
    case 'changed_meanwhile':
      revalidatePath(address)
      return refused(done.error.code, form.values)
    default:
      throw new Error(`unhandled refusal ${String(done.error.code satisfies never)}`)
  }
}
