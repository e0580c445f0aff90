'use server'

import { err } from '@/lib/domain/result'
import type { FormState } from '@/lib/http/form-state'
import { isId } from '@/lib/platform/ids'
import {
  askClosingSchema,
  doneDutySchema,
  judgeBreachSchema,
  reportBreachSchema,
  reviewBreachSchema,
  touchedCasesSchema,
} from '@/lib/schemas/privacy/breach'
import { askForClosing, finishDuty, judgeBreach, reportBreach, reviewBreach } from '@/lib/usecases/privacy/breaches'
import { addTouchedCases, tellTouchedWorkers } from '@/lib/usecases/privacy/touched-cases'
import { redirect } from 'next/navigation'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { toLocale } from '@/lib/i18n/locales'
import { postForm } from '../../post-form'

const NOT_FOUND = err({ code: 'not_found' })
const LISTS = ['data', 'origins']

/** Reports an incident. */
export async function reportBreachAction(locale: string, _previous: FormState, data: FormData): Promise<FormState> {
  const register = `/${locale}/settings/incidents`
  const form = { name: 'incident', number: 'new', locale, address: `${register}/new`, lists: LISTS }
  return postForm(
    { permission: 'breach.report', form, schema: reportBreachSchema, data },
    // Times are said in Japan, where the clocks of the authorities run.
    (grant, { knownOn, knownTime, measures, ...rest }) =>
      reportBreach(grant, {
        ...rest,
        measures: measures ?? null,
        knownAt: new Date(`${knownOn}T${knownTime}:00+09:00`),
      }),
    ({ requestId }) => `${register}/${requestId}?done=reported`,
  )
}

/** Judges it. */
export async function judgeBreachAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = { name: 'incident-judged', number: id, ...placeOf(locale, id), lists: LISTS }
  return postForm(
    { permission: 'breach.manage', form, schema: judgeBreachSchema, data },
    async (grant, value) => (isId(id) ? judgeBreach(grant, id, value) : NOT_FOUND),
    `${form.address}?done=judged`,
  )
}

/** Ticks one thing that was due. */
export async function doneDutyAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = { name: 'incident-duty', number: id, ...placeOf(locale, id) }
  return postForm(
    { permission: 'breach.manage', form, schema: doneDutySchema, data },
    async (grant, value) => (isId(id) ? finishDuty(grant, id, value) : NOT_FOUND),
    `${form.address}?done=duty`,
  )
}

/** Notes the cases that it touches. */
export async function addCasesAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = { name: 'incident-cases', number: id, ...placeOf(locale, id) }
  return postForm(
    { permission: 'breach.tell', form, schema: touchedCasesSchema, data },
    async (grant, { numbers }) => (isId(id) ? addTouchedCases(grant, id, numbers) : NOT_FOUND),
    `${form.address}?done=cases`,
  )
}

/** Tells the workers of these cases on their own pages. */
export async function tellWorkersAction(language: string, id: string): Promise<void> {
  const locale = toLocale(language)
  const { address } = placeOf(locale, id)
  const grant = await requireGrant('breach.tell', { locale, returnTo: address })
  const done = isId(id) ? await tellTouchedWorkers(grant, id) : null
  if (!done?.ok) notHere(locale)
  redirect(`${address}?done=told`)
}

/** Says that all is done. */
export async function askClosingAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = { name: 'incident-closing', number: id, ...placeOf(locale, id) }
  return postForm(
    { permission: 'breach.manage', form, schema: askClosingSchema, data },
    async (grant, value) => (isId(id) ? askForClosing(grant, id, value) : NOT_FOUND),
    `${form.address}?done=closing`,
  )
}

/** The other person's word. */
export async function reviewBreachAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = { name: 'incident-review', number: id, ...placeOf(locale, id) }
  return postForm(
    { permission: 'breach.review', form, schema: reviewBreachSchema, data },
    async (grant, value) => (isId(id) ? reviewBreach(grant, id, value) : NOT_FOUND),
    `${form.address}?done=reviewed`,
  )
}

const placeOf = (locale: string, id: string) => ({ locale, address: `/${locale}/settings/incidents/${id}` })
