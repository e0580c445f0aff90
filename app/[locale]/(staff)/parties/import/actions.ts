'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { findGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import type { LicenceRegime } from '@/lib/domain/parties/register'
import { LIST_FIELDS, type ListMapping } from '@/lib/domain/parties/licence-list'
import { readFields } from '@/lib/http/form-fields'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { isId, newId } from '@/lib/platform/ids'
import { listSettingsSchema } from '@/lib/schemas/parties/import-list'
import { applyList, LIST_FILE_MAXIMUM, setListColumns, undoList, uploadList } from '@/lib/usecases/parties/import-list'
import { forgetHeld, grantOrHold } from '../../cases/[number]/held-form'

/** The columns and the decisions are held when the session is over; the way back is one press. */
function heldOf(language: string, id: string, name: 'list-columns' | 'list-lines' | 'list-undo') {
  const locale = toLocale(language)
  return { name, number: id, locale, address: `/${locale}/parties/import/${encodeURIComponent(id.toWellFormed())}` }
}

/** Reads a file; what it would do is shown on the next page. */
export async function uploadListAction(language: string, _previous: FormState, data: FormData): Promise<FormState> {
  const grant = await findGrant('party.import')
  if (!grant) return refused('session_over', readFields(data))
  const file = data.get('file')
  if (!(file instanceof File) || file.size === 0)
    return invalidField('file', { key: 'parties.import_file_missing' }, {})
  if (file.size > LIST_FILE_MAXIMUM) return invalidField('file', { key: 'parties.import_file_wrong' }, {})
  const done = await uploadList(grant, { name: file.name, bytes: Buffer.from(await file.arrayBuffer()) })
  if (!done.ok) return invalidField('file', { key: 'parties.import_file_wrong' }, {})
  redirect(`/${toLocale(language)}/parties/import/${done.value}`)
}

export async function setColumnsAction(
  language: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const held = heldOf(language, id, 'list-columns')
  const passed = await grantOrHold('party.import', held, data)
  if ('state' in passed) return passed.state
  if (!isId(id)) notHere(toLocale(language))
  const form = parseForm(listSettingsSchema, data)
  if (!form.ok) return form.state
  const { regime, country, role, source } = form.value
  const columns = Object.fromEntries(LIST_FIELDS.map((field) => [field, form.value[field]])) as unknown as ListMapping
  await setListColumns(passed.grant, id, { columns, regime: regime as LicenceRegime, country, role, source })
  await forgetHeld(held)
  // The query makes it another address: to a place on the page that is open the browser would only scroll.
  redirect(`/${toLocale(language)}/parties/import/${id}?looked=${newId()}#plan`)
}

export async function applyListAction(
  language: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const held = heldOf(language, id, 'list-lines')
  const passed = await grantOrHold('party.import', held, data)
  if ('state' in passed) return passed.state
  if (!isId(id)) notHere(toLocale(language))
  const values = readFields(data)
  const decisions = Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith('line_') && typeof value === 'string' ? [[name.slice(5), value]] : [],
    ),
  )
  const done = await applyList(passed.grant, {
    id,
    seen: typeof values['seen'] === 'string' ? values['seen'] : '',
    decisions,
  })
  if (!done.ok && done.error.code === 'not_found') notHere(toLocale(language))
  if (!done.ok) {
    // The words say that this is what would happen now.
    revalidatePath(`/${toLocale(language)}/parties/import/${id}`)
    return refused(done.error.code, values)
  }
  await forgetHeld(held)
  redirect(`/${toLocale(language)}/parties/import/${id}?done=import_done`)
}

export async function undoListAction(
  language: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const passed = await grantOrHold('party.import', heldOf(language, id, 'list-undo'), data)
  if ('state' in passed) return passed.state
  if (!isId(id)) notHere(toLocale(language))
  const done = await undoList(passed.grant, id)
  if (!done.ok && done.error.code === 'not_found') notHere(toLocale(language))
  if (!done.ok) return refused(done.error.code, {})
  redirect(`/${toLocale(language)}/parties/import/${id}?done=import_undone`)
}
