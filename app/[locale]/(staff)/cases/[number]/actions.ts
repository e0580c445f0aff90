'use server'

import { notHere } from '@/lib/access/not-here'
import { redirect } from 'next/navigation'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { writeMessageSchema, writeNoteSchema } from '@/lib/schemas/case/write'
import { writeMessage } from '@/lib/usecases/write-message'
import { writeNote } from '@/lib/usecases/write-note'
import { forgetHeld, grantOrHold } from './held-form'

/** Sends a message to the worker. */
export async function writeMessageAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/cases/${number}`
  const form = { name: 'message', number, locale, address }
  const passed = await grantOrHold('case.write_message', form, data)
  if ('state' in passed) return passed.state
  const parsed = parseForm(writeMessageSchema, data)
  if (!parsed.ok) return parsed.state
  const done = await writeMessage(passed.grant, {
    number,
    requestId: parsed.value.requestId,
    text: parsed.value.message,
    isQuestion: parsed.value.isQuestion,
    templateCode: parsed.value.template ?? null,
  })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return refused(done.error.code, parsed.values)
  await forgetHeld(form)
  redirect(`${address}?done=message&form=${parsed.value.requestId}#messages`)
}

/** Keeps a note that only the office reads. */
export async function writeNoteAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/cases/${number}`
  const form = { name: 'note', number, locale, address }
  const passed = await grantOrHold('case.write_note', form, data)
  if ('state' in passed) return passed.state
  const parsed = parseForm(writeNoteSchema, data)
  if (!parsed.ok) return parsed.state
  const done = await writeNote(passed.grant, { number, requestId: parsed.value.requestId, text: parsed.value.note })
  if (!done.ok && done.error.code === 'not_found') notHere(locale)
  if (!done.ok) return refused(done.error.code, parsed.values)
  await forgetHeld(form)
  redirect(`${address}?done=note&form=${parsed.value.requestId}#notes`)
}
