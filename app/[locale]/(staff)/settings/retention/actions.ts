'use server'

import { redirect } from 'next/navigation'
import { requireGrant } from '@/lib/access/door'
import type { FormState } from '@/lib/http/form-state'
import { toLocale } from '@/lib/i18n/locales'
import { confirmRetentionSchema } from '@/lib/schemas/privacy/retention'
import { confirmRetention, stopRetention } from '@/lib/usecases/retention/plan-retention'
import { postForm } from '../../post-form'

/** Lets what is past its time go by the job. */
export async function confirmRetentionAction(locale: string, _previous: FormState, data: FormData): Promise<FormState> {
  const address = `/${locale}/settings/retention`
  const form = { name: 'retention', number: 'new', locale, address }
  return postForm(
    { permission: 'retention.manage', form, schema: confirmRetentionSchema, data, isProven: true },
    (grant, { requestId, items }) => confirmRetention(grant, { requestId, items }),
    `${address}?done=confirmed`,
  )
}

/** Stops it. */
export async function stopRetentionAction(language: string): Promise<void> {
  const locale = toLocale(language)
  const address = `/${locale}/settings/retention`
  await stopRetention(await requireGrant('retention.manage', { locale, returnTo: address }))
  redirect(`${address}?done=stopped`)
}
