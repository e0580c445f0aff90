'use server'

import { redirect } from 'next/navigation'
import { notHere } from '@/lib/access/not-here'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { answerEmergencySchema, holdBackSchema } from '@/lib/schemas/case/emergency'
import { answerEmergency, type EmergencyAnswer } from '@/lib/usecases/emergencies/answer-emergency'
import { forgetHeld, grantOrHold } from '../held-form'

type Place = { readonly locale: string; readonly number: string }

/** Seen, ended at once, judged afterwards, or told to the worker after all. */
export async function answerEmergencyAction(
  place: Place & { readonly id: string },
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return answer(place, data, () => {
    const form = parseForm(answerEmergencySchema, data)
    return form.ok ? { ...form, id: place.id } : form
  })
}

/** The worker is not told yet: of which opening, why, and for how long. */
export async function holdEmergencyBackAction(place: Place, _previous: FormState, data: FormData): Promise<FormState> {
  return answer(place, data, () => {
    const form = parseForm(holdBackSchema, data)
    if (!form.ok) return form
    const { openingId, ...said } = form.value
    return { ...form, id: openingId, value: { what: 'held_back', ...said } }
  })
}

async function answer({ locale: language, number }: Place, data: FormData, read: () => ReadAnswer): Promise<FormState> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}/emergencies`
  const held = { name: 'emergencies', number, locale, address }
  const passed = await grantOrHold('case.read', held, data)
  if ('state' in passed) return passed.state
  const form = read()
  if (!form.ok) return form.state
  if (!/^[0-9a-f-]{36}$/u.test(form.id)) notHere(locale)
  const done = await answerEmergency(passed.grant, { number, id: form.id, answer: form.value })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return refused(done.error.code, form.values)
  await forgetHeld(held)
  // Another address for each answer: what it did is said, and the focus goes there (components/ui/arrival-focus.tsx).
  redirect(`${address}?done=${form.value.what}`)
}

type ReadAnswer =
  | { readonly ok: false; readonly state: FormState }
  | {
      readonly ok: true
      readonly id: string
      readonly value: EmergencyAnswer
      readonly values: Parameters<typeof refused>[1]
    }
