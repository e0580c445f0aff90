'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { markRead } from '@/lib/usecases/notices/mark-read'

const idSchema = z.uuid()
const instantSchema = z.iso.datetime()

/** Marks one notice as read. */
export async function markOneReadAction(language: string, id: string): Promise<void> {
  const { here, grant } = await passed(language)
  if (idSchema.safeParse(id).success) await markRead(grant, { id })
  redirect(here)
}

/** Marks as read what was there when the page was made. */
export async function markAllReadAction(language: string, until: string): Promise<void> {
  const { here, grant } = await passed(language)
  if (instantSchema.safeParse(until).success) await markRead(grant, { until: new Date(until) })
  redirect(here)
}

async function passed(language: string) {
  const locale = toLocale(language)
  const here = `/${locale}/notices`
  return { here, grant: await requireGrant('notice.own', { locale, returnTo: here }) }
}
