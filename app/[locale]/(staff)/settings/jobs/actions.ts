'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { retryJob } from '@/lib/usecases/jobs/retry-job'

const idSchema = z.uuid()

/** Has a failed job tried again. */
export async function retryJobAction(language: string, id: string): Promise<void> {
  const locale = toLocale(language)
  const here = `/${locale}/settings/jobs`
  const grant = await requireGrant('job.retry', { locale, returnTo: here })
  const done = idSchema.safeParse(id).success && (await retryJob(grant, id)).ok
  redirect(`${here}?done=${done ? 'retried' : 'not_failed'}`)
}
