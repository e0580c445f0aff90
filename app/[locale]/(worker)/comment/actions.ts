'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { commentGrant, doorGrant } from '@/lib/access/door'
import { pagePathOf } from '@/lib/domain/page-path'
import { refused, type FormState } from '@/lib/http/form-state'
import { networkOf } from '@/lib/http/network-address'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { commentSchema } from '@/lib/schemas/translations/comment'
import { commentOnTranslation } from '@/lib/usecases/translations/comment-on-translation'

/** Keeps what a reader says about the words of a page; `place` says which page, and travels with the form. */
export async function commentAction(
  place: { readonly locale: string; readonly page: string },
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(place.locale)
  const form = parseForm(commentSchema, data)
  if (!form.ok) return form.state
  const page = pagePathOf(place.page)
  const network = networkOf((await headers()).get('x-forwarded-for'))
  const done = await commentOnTranslation(commentGrant(), doorGrant(), { ...form.value, page, locale, network })
  if (!done.ok) return refused(done.error.code, form.values)
  redirect(`/${locale}/comment?page=${encodeURIComponent(page)}&sent=1`)
}
