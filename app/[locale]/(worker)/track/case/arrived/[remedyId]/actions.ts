'use server'

import { redirect } from 'next/navigation'
import { withOpenAnswers } from '@/components/report/open-answers'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { formatMoney } from '@/lib/i18n/format'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { arrivalSchema } from '@/lib/schemas/track/follow-up'
import { confirmArrival } from '@/lib/usecases/confirm-arrival'
import { grantOrAsk } from '../../own-grant'

/** Says whether something that was agreed arrived. */
export async function confirmArrivalAction(
  language: string,
  remedyId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const t = translatorFor(locale)
  const grant = await grantOrAsk(locale, readFields(data))
  const form = parseForm(arrivalSchema, data)
  if (!form.ok) return withOpenAnswers(form.state, t)
  const { requestId, repaymentId, arrived, amount } = form.value
  const notice =
    amount === null
      ? t(`track.arrived_notice_${arrived}`)
      : t('track.arrived_notice_part_sum', { amount: formatMoney(amount.amountMinor, amount.currency, locale) })
  const told = await confirmArrival(grant, {
    requestId,
    remedyId,
    repaymentId,
    arrived,
    amount,
    notice,
    language: locale,
  })
  if (!told.ok) return refused(told.error.code, form.values)
  redirect(`/${locale}/track/case?told=arrived`)
}
