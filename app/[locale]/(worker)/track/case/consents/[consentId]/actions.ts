'use server'

import { redirect } from 'next/navigation'
import { requireWorkerGrant } from '@/lib/access/door'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { withdrawConsentSchema } from '@/lib/schemas/track/withdraw-consent'
import { withdrawOwnConsent } from '@/lib/usecases/withdraw-own-consent'

/** Takes a yes back. The consent must be of the case that is open, so a form of another case does nothing. */
export async function withdrawConsentAction(
  language: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const grant = await requireWorkerGrant('own_case.write', locale)
  if (data.has('rest')) redirect(`/${locale}/track?ended=1`)
  const form = parseForm(withdrawConsentSchema, data)
  if (!form.ok) return form.state
  const { consentId, pressed } = form.value
  const withdrawn = await withdrawOwnConsent(grant, {
    consentId,
    wasPressed: pressed === undefined ? null : pressed === 'yes',
  })
  if (!withdrawn.ok) return refused(withdrawn.error.code, form.values)
  redirect(`/${locale}/track/case/consents?done=1`)
}
