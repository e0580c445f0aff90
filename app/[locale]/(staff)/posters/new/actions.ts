'use server'

import { redirect } from 'next/navigation'
import type { FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { makePosterSchema } from '@/lib/schemas/posters/make-poster'
import { makePoster } from '@/lib/usecases/posters/make-poster'
import { forgetHeld, grantOrHold } from '../../cases/[number]/held-form'

const LISTS = ['languages']

/** Makes a poster of the office and shows it, ready to print. */
export async function makePosterAction(locale: string, _previous: FormState, data: FormData): Promise<FormState> {
  const posters = `/${toLocale(locale)}/posters`
  const held = { name: 'poster', number: 'new', locale: toLocale(locale), address: `${posters}/new`, lists: LISTS }
  const passed = await grantOrHold('poster.make', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(makePosterSchema, data, { lists: LISTS })
  if (!form.ok) return form.state
  const id = await makePoster(passed.grant, form.value)
  await forgetHeld(held)
  redirect(`${posters}/${id}`)
}
