'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { notHere } from '@/lib/access/not-here'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { linkSchema } from '@/lib/schemas/parties/party-form'
import { linkParty } from '@/lib/usecases/parties/link-case-party'
import { grantOrHold } from '../held-form'

/** Links what the worker named to a party of the register, or takes the link away. */
export async function linkPartyAction(
  language: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const locale = toLocale(language)
  const address = `/${locale}/cases/${number}/parties`
  const passed = await grantOrHold('case.link_party', { name: 'link-party', number, locale, address }, data)
  if ('state' in passed) return passed.state
  const form = parseForm(linkSchema, data)
  if (!form.ok) return form.state
  const done = await linkParty(passed.grant, { number, ...form.value })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) {
    // What it is linked to now is shown, and can be changed from there.
    revalidatePath(address)
    return refused(done.error.code, {})
  }
  redirect(`${address}?done=${form.value.partyId === null ? 'unlinked' : 'linked'}`)
}
