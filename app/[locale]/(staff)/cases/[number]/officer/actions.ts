'use server'

import type { FormState } from '@/lib/http/form-state'
import { toLocale } from '@/lib/i18n/locales'
import { noOtherOfficerSchema } from '@/lib/schemas/case/follow-up'
import { declineOfficerRequest } from '@/lib/usecases/answer-officer-request'
import { postForm } from '../../../post-form'

/** Tells the worker that nobody else can take the case, and why. */
export async function noOtherOfficerAction(
  language: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const form = { name: 'no-other-officer', number, locale, address: `/${locale}/cases/${number}/officer` }
  return postForm(
    { permission: 'case.answer_officer_request', form, schema: noOtherOfficerSchema, data },
    (grant, answer) => declineOfficerRequest(grant, { number, ...answer }),
    `/${locale}/cases/${number}?done=officer`,
  )
}
