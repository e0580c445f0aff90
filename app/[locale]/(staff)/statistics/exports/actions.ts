'use server'

import { redirect } from 'next/navigation'
import { requireGrant } from '@/lib/access/door'
import type { FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { isId } from '@/lib/platform/ids'
import { scheduleSchema } from '@/lib/schemas/statistics/schedule'
import { makeSchedule, stopSchedule } from '@/lib/usecases/statistics/schedules/change-schedules'
import { grantOrHold } from '../../cases/[number]/held-form'

/** Has a question written to a file again and again. */
export async function makeScheduleAction(locale: string, _previous: FormState, data: FormData): Promise<FormState> {
  const address = `/${locale}/statistics/exports`
  const passed = await grantOrHold('statistics.schedule', { name: 'schedule', number: 'new', locale, address }, data)
  if ('state' in passed) return passed.state
  const parsed = parseForm(scheduleSchema, data)
  if (!parsed.ok) return parsed.state
  const { requestId: id, question: query, ...schedule } = parsed.value
  await makeSchedule(passed.grant, { id, query, ...schedule })
  redirect(`${address}?done=made`)
}

/** Makes no more files of a schedule. */
export async function stopScheduleAction(language: string, id: string): Promise<void> {
  const locale = toLocale(language)
  const address = `/${locale}/statistics/exports`
  const grant = await requireGrant('statistics.schedule', { locale, returnTo: address })
  if (isId(id)) await stopSchedule(grant, id)
  redirect(`${address}?done=stopped`)
}
