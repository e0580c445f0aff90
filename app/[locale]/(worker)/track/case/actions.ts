'use server'

import { redirect } from 'next/navigation'
import { withOpenAnswers } from '@/components/report/open-answers'
import type { Grant } from '@/lib/access/grant'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { readFields } from '@/lib/http/form-fields'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale, type Locale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { now } from '@/lib/platform/clock'
import { addFeeLineSchema } from '@/lib/schemas/track/add-fee-line'
import { answerQuestionSchema, writeMessageSchema } from '@/lib/schemas/track/write-message'
import { addOwnFeeLine } from '@/lib/usecases/add-own-fee-line'
import { listFilesOf } from '@/lib/usecases/files/read-files'
import { writeOwnMessage } from '@/lib/usecases/write-own-message'
import { forgetHeld, grantOrHold } from './own-grant'

/** What the worker writes at any time. */
export async function writeMessageAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const grant = await grantOrHold('message', locale, readFields(data))
  const form = parseForm(writeMessageSchema, data)
  if (!form.ok) return form.state
  const { requestId } = form.value
  const text = form.value.text || (await spokenText(grant, requestId, locale))
  if (text === '') return invalidField('text', { key: 'errors.message_required' }, form.values)
  const written = await writeOwnMessage(grant, { requestId, text, language: locale })
  if (!written.ok) return refused(written.error.code, form.values)
  await forgetHeld()
  redirect(`/${locale}/track/case?sent=1`)
}

/** The answer to one question; the buttons that need no words write theirs in the worker's language. The next question comes up. */
export async function answerQuestionAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const grant = await grantOrHold('message', locale, readFields(data))
  const form = parseForm(answerQuestionSchema, data)
  if (!form.ok) return form.state
  const { requestId, answersId, answer, unknown } = form.value
  const said = unknown === undefined ? [] : [translatorFor(locale)(SAID[unknown])]
  const written = [answer, ...said].filter((part) => part !== '').join('\n\n')
  const text = written || (await spokenText(grant, requestId, locale))
  if (text === '') return invalidField('answer', { key: 'errors.message_required' }, form.values)
  const sent = await writeOwnMessage(grant, {
    requestId,
    text,
    language: locale,
    answersId,
    answerCode: unknown ?? null,
  })
  if (!sent.ok) return refused(sent.error.code, form.values)
  await forgetHeld()
  redirect(`/${locale}/track/case?answered=1`)
}

/** What stands in the thread for a message that was spoken and not written; empty when no voice was recorded for it. */
async function spokenText(grant: Grant<'own_case.write'>, requestId: string, locale: Locale): Promise<string> {
  const files = (await listFilesOf({ kind: 'case', grant })) ?? []
  const isSpoken = files.some((file) => file.messageRequestId === requestId && file.state === 'ready')
  return isSpoken ? translatorFor(locale)('files.voice_reply_text') : ''
}

const SAID = { forgot: 'track.reply_forgot_text', withheld: 'track.reply_withheld_text' } as const

/** One more payment, told on one page. */
export async function addPaymentAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const locale = toLocale(language)
  const grant = await grantOrHold('payment', locale, readFields(data))
  const form = parseForm(addFeeLineSchema(dayInJapan(now())), data, { lists: ['alsoFor'] })
  if (!form.ok) return withOpenAnswers(form.state, translatorFor(locale))
  const added = await addOwnFeeLine(grant, form.value)
  if (!added.ok) return refused(added.error.code, form.values)
  await forgetHeld()
  redirect(`/${locale}/track/case/payments?added=1`)
}
