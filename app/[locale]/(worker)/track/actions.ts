'use server'

import { redirect } from 'next/navigation'
import { clearCookie, readCookie, setCookie } from '@/lib/access/cookies'
import { doorGrant, draftGrant } from '@/lib/access/door'
import { heldBack, invalidField, type FormState } from '@/lib/http/form-state'
import { ownNetwork } from '@/lib/http/own-network'
import { parseForm } from '@/lib/http/parse-form'
import { readProof } from '@/lib/http/read-proof'
import { toLocale } from '@/lib/i18n/locales'
import { formatDayOf } from '@/lib/i18n/format'
import { translatorFor } from '@/lib/i18n/translate'
import { openCaseSchema } from '@/lib/schemas/track/open-case'
import { findHeldForm } from '@/lib/usecases/hold-own-form'
import { leaveOwnCase } from '@/lib/usecases/leave-own-case'
import { openOwnCase } from '@/lib/usecases/open-own-case'

/** The code opens the page of its case: a session that ends with the browser, and an address that says nothing. */
export async function openCaseAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const form = parseForm(openCaseSchema, data)
  if (!form.ok) return form.state
  const opened = await openOwnCase(doorGrant(), {
    code: form.value.code,
    network: await ownNetwork(),
    formerToken: await readCookie('track'),
    proof: readProof(data),
  })
  if (!opened.ok && opened.error.code === 'held') return heldBack(opened.error.challenge, form.values)
  if (!opened.ok && opened.error.code === 'code_replaced') {
    const { replacedAt, office } = opened.error.former
    const params = { day: formatDayOf(replacedAt, locale), office, help: translatorFor(locale)('common.help_title') }
    return invalidField('code', { key: 'errors.code_replaced', params }, form.values)
  }
  if (!opened.ok) return invalidField('code', { key: 'errors.code_unknown' }, form.values)
  await setCookie('track', opened.value)
  const heldToken = await readCookie('held')
  const held = heldToken === undefined ? null : await findHeldForm(draftGrant(heldToken), heldToken)
  redirect(held?.form === 'payment' ? `/${locale}/track/case/payments` : `/${locale}/track/case`)
}

/** Ends the session on this phone and everywhere it was copied to. */
export async function closeCaseAction(language: string): Promise<void> {
  const locale = toLocale(language)
  const token = await readCookie('track')
  if (token !== undefined) await leaveOwnCase(doorGrant(), token)
  await clearCookie('track')
  redirect(`/${locale}/track?closed=1`)
}
