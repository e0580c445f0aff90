'use server'

import { redirect } from 'next/navigation'
import { isAnythingTold, NOTHING_TOLD } from '@/lib/domain/report/person-facts'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { ownPersonSchema } from '@/lib/schemas/report/person-form'
import { tellOwnPerson } from '@/lib/usecases/tell-person'
import { grantOrAsk } from '../own-grant'

/** Keeps who the worker is, or takes it back. */
export async function tellPersonAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const grant = await grantOrAsk(locale, readFields(data))
  const form = parseForm(ownPersonSchema, data)
  if (!form.ok) return form.state
  const { requestId, caseId: _caseId, version, remove, ...answers } = form.value
  const facts = remove === undefined ? answers : NOTHING_TOLD
  const told = await tellOwnPerson(grant, { requestId, version, facts })
  if (!told.ok) return refused(told.error.code, form.values)
  redirect(`/${locale}/track/case?told=${isAnythingTold(facts) ? 'about' : 'about_removed'}`)
}
