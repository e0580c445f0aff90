'use server'

import { redirect } from 'next/navigation'
import { findGrant } from '@/lib/access/door'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { makePosterSchema } from '@/lib/schemas/posters/make-poster'
import { makePoster } from '@/lib/usecases/posters/make-poster'

const LISTS = ['languages']

/** Makes a poster of the office and shows it, ready to print. */
export async function makePosterAction(locale: string, _previous: FormState, data: FormData): Promise<FormState> {
  const grant = await findGrant('poster.make')
  if (!grant) return refused('session_over', readFields(data, LISTS))
  const form = parseForm(makePosterSchema, data, { lists: LISTS })
  if (!form.ok) return form.state
  const id = await makePoster(grant, form.value)
  redirect(`/${toLocale(locale)}/posters/${id}`)
}
