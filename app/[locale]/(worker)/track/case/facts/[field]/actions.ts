'use server'

import { redirect } from 'next/navigation'
import { ownFacts } from '@/components/track/own-facts'
import { requireWorkerGrant } from '@/lib/access/door'
import { codesOf, CORRECTION_FIELDS } from '@/lib/domain/corrections'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { correctFactSchema } from '@/lib/schemas/track/follow-up'
import { proposeCorrection } from '@/lib/usecases/propose-correction'
import { readOwnFacts } from '@/lib/usecases/read-own-facts'
import { forgetHeld, grantOrHold } from '../../own-grant'

/** Says what is right in place of one fact. How it stands is read here, not taken from the form. */
export async function correctFactAction(
  language: string,
  fieldName: string,
  subjectId: string | null,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const t = translatorFor(locale)
  // What was typed when the session was over is there again as a message: nothing is lost, nothing is sent by itself.
  const fields = readFields(data)
  const grant = await grantOrHold('message', locale, { ...fields, text: fields['after'] ?? '' })
  const list = `/${locale}/track/case/facts`
  const field = CORRECTION_FIELDS.find((one) => one === fieldName)
  if (field === undefined) redirect(list)
  const form = parseForm(correctFactSchema(codesOf(field)), data)
  if (!form.ok) return form.state
  const known = await readOwnFacts(await requireWorkerGrant('own_case.read', locale))
  const fact = known && ownFacts(t, known).find((one) => one.field === field && one.subjectId === subjectId)
  if (!fact) redirect(list)
  const isCoded = codesOf(field) !== null
  const { requestId, after } = form.value
  const proposed = await proposeCorrection(grant, {
    requestId,
    field,
    subjectId,
    before: isCoded ? fact.value : `${fact.name}: ${fact.said}`,
    after,
    notice: t('track.correct_notice', { field: fact.name }),
    language: locale,
  })
  if (!proposed.ok) return refused(proposed.error.code, form.values)
  await forgetHeld()
  redirect(`${list}?sent=1`)
}
