'use server'

import { notHere } from '@/lib/access/not-here'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { bodyWord } from '@/components/case/words'
import { MOVE_ERROR_CODES } from '@/lib/domain/workflow/move-errors'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import type { MessageKey } from '@/lib/i18n/message-key'
import { translatorFor } from '@/lib/i18n/translate'
import { TRIAGE_LISTS, triageSchema } from '@/lib/schemas/case/triage'
import { triageCase, type TriageError } from '@/lib/usecases/triage-case'
import { forgetHeld, grantOrHold } from '../held-form'

/** The field at which a refusal is said, and its words; the others are about the case as a whole. */
const AT_FIELD: { readonly [code in TriageError['code']]?: readonly [field: string, key: MessageKey] } = {
  severity_reason_missing: ['severityReason', 'errors.required'],
  reason_missing: ['reason', 'codes.move_error.reason_missing'],
  reveals_others: ['reason', 'cases.reveals_others'],
  signpost_missing: ['signposts', 'codes.move_error.signpost_missing'],
  assignee_missing: ['assigneeId', 'codes.move_error.assignee_missing'],
  same_officer: ['assigneeId', 'codes.move_error.same_officer'],
  assignee_conflict: ['conflict', 'codes.move_error.assignee_conflict'],
  same_case: ['duplicateNumber', 'cases.related_same_case'],
  is_duplicate: ['duplicateNumber', 'cases.related_is_duplicate'],
}

/** Finishes triage. Refused, what was typed stays and the page shows how the case stands now. */
export async function triageAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/cases/${number}/triage`
  const held = { name: 'triage', number, locale, address, lists: TRIAGE_LISTS }
  const passed = await grantOrHold('case.change_state', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(triageSchema, data, { lists: TRIAGE_LISTS })
  if (!form.ok) return form.state
  const { conflict, severityReason, assigneeId, reason, duplicateOf, ...value } = form.value
  const done = await triageCase(passed.grant, {
    ...value,
    number,
    severityReason,
    assigneeId,
    reason,
    duplicateOf,
    hasConflict: conflict === 'yes',
    signpostWords: (language) => signpostWords(language, value.signposts),
  })
  if (done.ok) {
    await forgetHeld(held)
    redirect(`/${locale}/cases/${number}?done=triaged`)
  }
  const { code } = done.error
  if (code === 'not_found') notHere(locale)
  if (code === 'changed_meanwhile' || code === 'triage_over') revalidatePath(address)
  const place = code === 'other_missing' && value.decision === 'duplicate' ? OTHER_MISSING : AT_FIELD[code]
  if (place) return invalidField(place[0], { key: place[1] }, form.values)
  return refused(MOVE_ERROR_CODES.find((one) => one === code) ?? code, form.values)
}

const OTHER_MISSING = ['duplicateNumber', 'cases.related_number_wrong'] as const

/** Where else a worker can go, in the language of the case; in English where we do not speak it yet. */
function signpostWords(language: string, bodies: readonly string[]): string {
  const t = translatorFor(toLocale(language))
  return bodies.map((body) => t('cases.signpost_words', { body: bodyWord(t, body) })).join('\n')
}
