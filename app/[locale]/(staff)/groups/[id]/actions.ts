'use server'

import { notHere } from '@/lib/access/not-here'
import { redirect } from 'next/navigation'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { readFields } from '@/lib/http/form-fields'
import {
  addToGroupSchema,
  groupMessageSchema,
  groupNoteSchema,
  groupWords,
  removeFromGroupSchema,
  wordsField,
} from '@/lib/schemas/case/groups'
import { messageGroup, noteForGroup } from '@/lib/usecases/groups/act-on-group'
import { addToGroup, removeFromGroup } from '@/lib/usecases/groups/change-group'
import { LOCALES } from '@/lib/i18n/locales'
import { forgetHeld, grantOrHold } from '../../cases/[number]/held-form'

/** Puts cases into a group. */
export async function addToGroupAction(
  locale: string,
  groupId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/groups/${groupId}`
  const held = { name: 'group-add', number: groupId, locale, address }
  const passed = await grantOrHold('group.manage', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(addToGroupSchema, data)
  if (!form.ok) return form.state
  const done = await addToGroup(passed.grant, { groupId, ...form.value })
  if (done.ok) {
    await forgetHeld(held)
    redirect(`${address}?done=group_added`)
  }
  if (done.error.code === 'not_found') notHere(locale)
  return done.error.code === 'group_full'
    ? refused('group_full', form.values)
    : invalidField('numbers', { key: 'cases.related_number_wrong' }, form.values)
}

/** Takes a case out of a group. */
export async function removeFromGroupAction(
  locale: string,
  groupId: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/groups/${groupId}`
  const held = { name: 'group-remove', number: groupId, locale, address: `${address}?remove=${number}` }
  const passed = await grantOrHold('group.manage', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(removeFromGroupSchema, data)
  if (!form.ok) return form.state
  const done = await removeFromGroup(passed.grant, { groupId, numbers: [number], ...form.value })
  if (!done.ok) notHere(locale)
  await forgetHeld(held)
  redirect(`${address}?done=group_removed`)
}

/** Sends a message into every case of a group that takes part, and shows what came of it. */
export async function messageGroupAction(
  locale: string,
  groupId: string,
  languages: readonly string[],
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/groups/${groupId}/message`
  const held = { name: 'group-message', number: groupId, locale, address }
  const passed = await grantOrHold('case.write_message', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(groupMessageSchema, data)
  if (!form.ok) return form.state
  const typed = readFields(data)
  const texts = new Map<string, string>()
  for (const language of languages) {
    const read = groupWords.safeParse(typed[wordsField(language)] ?? '')
    if (!read.success) return invalidField(wordsField(language), { key: 'errors.too_long' }, form.values)
    if (read.data) texts.set(language, read.data)
    // Nobody is left out by an empty field: that is said, or the words are written.
    else if (!form.value.skipMissing)
      return invalidField(wordsField(language), { key: 'errors.message_required' }, form.values)
  }
  const { requestId, isQuestion } = form.value
  const done = await messageGroup(passed.grant, { groupId, requestId, isQuestion, texts })
  if (done.ok) {
    await forgetHeld(held)
    redirect(`/${locale}/groups/${groupId}/acts/${done.value}`)
  }
  const { error } = done
  const [first = LOCALES[0]] = languages
  if (error.code === 'reveals_others')
    return invalidField(wordsField(error.language), { key: 'cases.reveals_others' }, form.values)
  if (error.code === 'words_missing')
    return invalidField(wordsField(first), { key: 'errors.message_required' }, form.values)
  return error.code === 'not_found' ? notHere(locale) : refused(error.code, form.values)
}

/** Keeps a note with every case of a group, and shows what came of it. */
export async function noteForGroupAction(
  locale: string,
  groupId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/groups/${groupId}/note`
  const held = { name: 'group-note', number: groupId, locale, address }
  const passed = await grantOrHold('case.write_note', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(groupNoteSchema, data)
  if (!form.ok) return form.state
  const done = await noteForGroup(passed.grant, { groupId, requestId: form.value.requestId, text: form.value.note })
  if (!done.ok) return done.error.code === 'not_found' ? notHere(locale) : refused(done.error.code, form.values)
  await forgetHeld(held)
  redirect(`/${locale}/groups/${groupId}/acts/${done.value}`)
}
