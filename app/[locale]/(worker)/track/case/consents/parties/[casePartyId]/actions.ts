'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { DECIDE_PARTY_LISTS, decidePartySchema } from '@/lib/schemas/track/decide-party'
import { decideParty } from '@/lib/usecases/answers/own-parties'
import { grantOrAsk } from '../../../own-grant'

/** Says what one party may be told, or that it may be told nothing. */
export async function decidePartyAction(
  language: string,
  casePartyId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const grant = await grantOrAsk(locale, readFields(data, DECIDE_PARTY_LISTS))
  const form = parseForm(decidePartySchema, data, { lists: DECIDE_PARTY_LISTS })
  if (!form.ok) return form.state
  if (!z.uuid().safeParse(casePartyId).success) return refused('party_unknown', form.values)
  const { items, answer } = form.value
  const said = await decideParty(grant, { casePartyId, items: answer === 'no' ? null : items, language: locale })
  if (!said.ok) return refused(said.error.code, form.values)
  redirect(`/${locale}/track/case/consents/parties?done=1`)
}
