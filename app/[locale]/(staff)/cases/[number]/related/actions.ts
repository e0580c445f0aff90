'use server'

import { notHere } from '@/lib/access/not-here'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import type { MessageKey } from '@/lib/i18n/message-key'
import { isId } from '@/lib/platform/ids'
import { linkSchema, unlinkSchema } from '@/lib/schemas/case/triage'
import { linkCases, unlinkCases, type LinkError } from '@/lib/usecases/link-cases'
import { forgetHeld, grantOrHold } from '../held-form'

const AT_FIELD: { readonly [code in LinkError['code']]?: readonly [field: string, key: MessageKey] } = {
  other_missing: ['typed', 'cases.related_number_wrong'],
  same_case: ['typed', 'cases.related_same_case'],
  is_duplicate: ['typed', 'cases.related_is_duplicate'],
  reveals_others: ['reason', 'cases.reveals_others'],
}

/** Links the case to another one. */
export async function linkCasesAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/cases/${number}/related`
  const held = { name: 'related', number, locale, address }
  const passed = await grantOrHold('case.change_state', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(linkSchema, data)
  if (!form.ok) return form.state
  const { chosen, typed, ...value } = form.value
  const otherNumber = typed ?? chosen
  if (!otherNumber) return invalidField('typed', { key: 'cases.related_number_missing' }, form.values)
  const done = await linkCases(passed.grant, { ...value, number, otherNumber })
  if (done.ok) {
    await forgetHeld(held)
    redirect(`/${locale}/cases/${number}?done=linked`)
  }
  const { code } = done.error
  if (code === 'not_found') notHere(locale)
  if (code === 'changed_meanwhile') revalidatePath(address)
  const place = AT_FIELD[code]
  return place ? invalidField(place[0], { key: place[1] }, form.values) : refused(code, form.values)
}

/** Undoes a link. */
export async function unlinkCasesAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/cases/${number}/related`
  const linkId = data.get('linkId')
  const held = {
    name: 'unlink',
    number,
    locale,
    address: typeof linkId === 'string' && isId(linkId) ? `${address}?undo=${linkId}` : address,
  }
  const passed = await grantOrHold('case.change_state', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(unlinkSchema, data)
  if (!form.ok) return form.state
  const done = await unlinkCases(passed.grant, { number, ...form.value })
  if (done.ok) {
    await forgetHeld(held)
    redirect(`/${locale}/cases/${number}?done=unlinked`)
  }
  if (done.error.code === 'not_found') notHere(locale)
  return refused(done.error.code, form.values)
}
