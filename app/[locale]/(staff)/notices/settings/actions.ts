'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { findGrant } from '@/lib/access/door'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { NOTICE_SETTINGS_LISTS, noticeSettingsSchema } from '@/lib/schemas/notices/notice-settings'
import { changeNoticeSettings } from '@/lib/usecases/notices/notice-settings'

/** Keeps what somebody wants to be told of. */
export async function changeNoticeSettingsAction(
  locale: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const grant = await findGrant('notice.own')
  if (!grant) return refused('session_over', readFields(data, NOTICE_SETTINGS_LISTS))
  const form = parseForm(noticeSettingsSchema, data, { lists: NOTICE_SETTINGS_LISTS })
  if (!form.ok) return form.state
  const here = `/${locale}/notices/settings`
  const done = await changeNoticeSettings(grant, form.value)
  if (done.ok) redirect(`${here}?done=saved`)
  revalidatePath(here)
  return refused(done.error.code, form.values)
}
