import 'server-only'
import { redirect } from 'next/navigation'
import { clearCookie, readCookie, setCookie } from '@/lib/access/cookies'
import { doorGrant, draftGrant, findWorkerGrant, hadWorkerSession } from '@/lib/access/door'
import type { Grant } from '@/lib/access/grant'
import type { FieldValues } from '@/lib/http/form-fields'
import { ownNetwork } from '@/lib/http/own-network'
import type { Locale } from '@/lib/i18n/locales'
import type { HeldForm } from '@/lib/schemas/track/held-form'
import { takeTurn } from '@/lib/usecases/abuse/take-turn'
import { findHeldForm, forgetHeldForm, holdOwnForm } from '@/lib/usecases/hold-own-form'

/** Longer than all that the forms take together: no form of ours was filled in. */
const LONGEST = 200_000

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
  if (JSON.stringify(typed).length > LONGEST || !(await mayHold())) redirect(`/${locale}/track?ended=1`)
  await forgetHeld()
  await setCookie('held', await holdOwnForm(draftGrant, { form, caseId, values: { ...before, ...typed } }, locale))
  redirect(`/${locale}/track?ended=1`)
}

/** Whoever had a session here; for everybody else what is held is a draft like any other, of which there are not without end. */
async function mayHold(): Promise<boolean> {
  if (await hadWorkerSession()) return true
  const asked = { name: 'draft', network: await ownNetwork(), boundTo: '', isUrgent: false, proof: null } as const
  return (await takeTurn(doorGrant(), asked)).ok
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
