import 'server-only'
import { redirect } from 'next/navigation'
import { clearCookie, readCookie, setCookie } from '@/lib/access/cookies'
import { draftGrant, findWorkerGrant } from '@/lib/access/door'
import type { Grant } from '@/lib/access/grant'
import type { FieldValues } from '@/lib/http/form-fields'
import type { Locale } from '@/lib/i18n/locales'
import type { HeldForm } from '@/lib/schemas/track/held-form'
import { forgetHeldForm, holdOwnForm } from '@/lib/usecases/hold-own-form'

/**
 * The pass for the case that the form was shown for. When its session is over, or another case is open in this browser now,
 * what was typed is kept and the code is asked for again.
 */
export async function grantOrHold(
  form: HeldForm['form'],
  locale: Locale,
  values: FieldValues,
): Promise<Grant<'own_case.write'>> {
  const grant = await findWorkerGrant('own_case.write')
  const caseId = String(values['caseId'] ?? '')
  if (grant?.actor.caseId === caseId) return grant
  await forgetHeld()
  const typed = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  )
  await setCookie('held', await holdOwnForm(draftGrant, { form, caseId, values: typed }, locale))
  redirect(`/${locale}/track?ended=1`)
}

/** What was held was sent, or is not wanted any more. */
export async function forgetHeld(): Promise<void> {
  const token = await readCookie('held')
  if (token === undefined) return
  await forgetHeldForm(draftGrant(token), token)
  await clearCookie('held')
}

/** The same for a form without words to keep: when it was shown for another case, or the session is over, the code comes first. */
export async function grantOrAsk(locale: Locale, values: FieldValues): Promise<Grant<'own_case.write'>> {
  const grant = await findWorkerGrant('own_case.write')
  if (grant?.actor.caseId === String(values['caseId'] ?? '')) return grant
  redirect(`/${locale}/track?ended=1`)
}
