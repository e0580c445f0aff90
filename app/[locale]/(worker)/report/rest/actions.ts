'use server'

import { redirect } from 'next/navigation'
import { clearCookie, readCookie } from '@/lib/access/cookies'
import { draftGrant } from '@/lib/access/door'
import { invalidField, type FormState } from '@/lib/http/form-state'
import { toLocale } from '@/lib/i18n/locales'
import { wakeReportDraft } from '@/lib/usecases/wake-report-draft'
import { typedPin } from '../typed-pin'
import { workerFiling } from '../worker-filing'

/** Opens the answers of this browser again, with the digits where some were chosen. Digits are never written back. */
export async function wakeAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const base = workerFiling.base(locale)
  const token = await readCookie(workerFiling.cookie)
  if (token === undefined || token === '') redirect(base)
  const woken = await wakeReportDraft(draftGrant(token), token, typedPin(data))
  if (woken.ok) redirect(base)
  if (woken.error.code === 'pin_wrong')
    return invalidField('pin', { key: 'report.rest_pin_wrong', params: { left: woken.error.left } }, {})
  await clearCookie(workerFiling.cookie)
  redirect(`${base}?${woken.error.code === 'pin_deleted' ? 'digits_wrong' : 'gone'}=1`)
}
