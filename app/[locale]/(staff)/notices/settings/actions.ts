'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { NOTICE_SETTINGS_LISTS, noticeSettingsSchema } from '@/lib/schemas/notices/notice-settings'
import { changeNoticeSettings } from '@/lib/usecases/notices/notice-settings'
import { forgetHeld, grantOrHold } from '../../cases/[number]/held-form'

/** Keeps what somebody wants to be told of. */
export async function changeNoticeSettingsAction(
  locale: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const here = `/${locale}/notices/settings`
  const held = { name: 'notice-settings', number: 'own', locale, address: here, lists: NOTICE_SETTINGS_LISTS }
  const passed = await grantOrHold('notice.own', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(noticeSettingsSchema, data, { lists: NOTICE_SETTINGS_LISTS })
  if (!form.ok) return form.state
  const done = await changeNoticeSettings(passed.grant, form.value)
  if (!done.ok) {
    revalidatePath(here)
    return refused(done.error.code, form.values)
  }
  await forgetHeld(held)
  redirect(`${here}?done=saved`)
}
