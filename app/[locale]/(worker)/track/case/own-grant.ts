import 'server-only'
import { redirect } from 'next/navigation'
import { clearCookie, readCookie, setCookie } from '@/lib/access/cookies'
import { draftGrant, findWorkerGrant } from '@/lib/access/door'
import type { Grant } from '@/lib/access/grant'
import type { FieldValues } from '@/lib/http/form-fields'
import type { Locale } from '@/lib/i18n/locales'
import type { HeldForm } from '@/lib/schemas/track/held-form'
import { findHeldForm, forgetHeldForm, holdOwnForm } from '@/lib/usecases/hold-own-form'

/**
 * The pass for the case that the form was shown for. When its session is over, or another case is open in this browser now,
 * what was typed is kept and the code is asked for again. A form that a resting page posts by itself (lib/phone/rest.ts) is kept
 * and never sent, also while the session lives: nobody pressed.
 */
export async function grantOrHold(
  form: HeldForm['form'],
  locale: Locale,
  values: FieldValues,
): Promise<Grant<'own_case.write'>> {
  const caseId = String(values['caseId'] ?? '')
  const isResting = isPostedByRest(values)
  const grant = isResting ? null : await findWorkerGrant('own_case.write')
  if (grant?.actor.caseId === caseId) return grant
  const typed = Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name !== 'rest')
      .map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  )
  // A page may rest with words in several forms; each post adds its own.
  const before = isResting ? await heldWords(form, caseId) : {}
  await forgetHeld()
  await setCookie('held', await holdOwnForm(draftGrant, { form, caseId, values: { ...before, ...typed } }, locale))
  redirect(`/${locale}/track?ended=1`)
}

async function heldWords(form: HeldForm['form'], caseId: string): Promise<HeldForm['values']> {
  const token = await readCookie('held')
  const held = token === undefined ? null : await findHeldForm(draftGrant(token), token)
  return held?.form === form && held.caseId === caseId ? held.values : {}
}

/** Whether a page that rests posted this, without a press. */
function isPostedByRest(values: FieldValues): boolean {
  return values['rest'] !== undefined
}

/** What was held was sent, or is not wanted any more. */
export async function forgetHeld(): Promise<void> {
  const token = await readCookie('held')
  if (token === undefined) return
  await forgetHeldForm(draftGrant(token), token)
  await clearCookie('held')
}

/**
 * The same for a form without words to keep: when it was shown for another case, the session is over or nobody pressed, the code
 * comes first.
 */
export async function grantOrAsk(locale: Locale, values: FieldValues): Promise<Grant<'own_case.write'>> {
  const grant = isPostedByRest(values) ? null : await findWorkerGrant('own_case.write')
  if (grant?.actor.caseId === String(values['caseId'] ?? '')) return grant
  redirect(`/${locale}/track?ended=1`)
}
