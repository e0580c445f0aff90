'use server'

import { redirect } from 'next/navigation'
import { requireGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import type { FormState } from '@/lib/http/form-state'
import { toLocale } from '@/lib/i18n/locales'
import { isId } from '@/lib/platform/ids'
import { holdCaseSchema } from '@/lib/schemas/privacy/retention'
import { holdCase, liftCaseHold } from '@/lib/usecases/retention/hold-case'
import { postForm } from '../../../post-form'

/** Puts a hold on the case. */
export async function holdCaseAction(
  language: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}/hold`
  const form = { name: 'hold', number, locale, address }
  const fieldOfRefusal = { bad_day: { field: 'endsOn', key: 'cases.hold_bad_day' } } as const
  return postForm(
    { permission: 'case.hold', form, schema: holdCaseSchema, data, fieldOfRefusal },
    (grant, hold) => holdCase(grant, { number, ...hold }),
    `${address}?done=held`,
  )
}

/** Ends a hold before its time. */
export async function liftHoldAction(language: string, number: string, id: string): Promise<void> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}/hold`
  const grant = await requireGrant('case.hold', { locale, returnTo: address })
  const done = isId(id) ? await liftCaseHold(grant, { number, id }) : null
  if (!done?.ok) notHere(locale)
  redirect(`${address}?done=lifted`)
}
