'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { requireGrant } from '@/lib/access/door'
import { toLocale } from '@/lib/i18n/locales'
import { markComment } from '@/lib/usecases/translations/review-comments'

const markSchema = z.object({ locale: z.string(), id: z.uuid(), isDone: z.boolean() })

/** Marks a comment as done, or as open again. */
export async function markCommentAction(posted: z.input<typeof markSchema>): Promise<void> {
  const locale = toLocale(posted.locale)
  const here = `/${locale}/settings/translations`
  const grant = await requireGrant('translation.review', { locale, returnTo: here })
  const mark = markSchema.safeParse(posted)
  if (mark.success) await markComment(grant, mark.data.id, mark.data.isDone)
  redirect(here)
}
