'use server'

import { notHere } from '@/lib/access/not-here'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { casePersonSchema } from '@/lib/schemas/report/person-form'
import { tellPersonOf } from '@/lib/usecases/tell-person'
import { forgetHeld, grantOrHold } from '../held-form'

/** Writes down what the worker told for the statistics. */
export async function tellPersonAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/cases/${number}/about`
  const held = { name: 'about', number, locale, address }
  const passed = await grantOrHold('case.write_person', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(casePersonSchema, data)
  if (!form.ok) return form.state
  const { requestId, version, ...facts } = form.value
  const told = await tellPersonOf(passed.grant, number, { requestId, version, facts })
  if (!told.ok) {
    if (told.error.code === 'not_found') notHere(locale)
    if (told.error.code === 'changed_meanwhile') revalidatePath(address)
    return refused(told.error.code, form.values)
  }
  await forgetHeld(held)
  redirect(`/${locale}/cases/${number}?done=about#facts`)
}
