'use server'

import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { knownWords } from '@/components/imports/import-words'
import { findGrant } from '@/lib/access/door'
import { importField } from '@/lib/domain/imports/import-fields'
import { readFields } from '@/lib/http/form-fields'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { importStepSchema, mappingSettingsSchema } from '@/lib/schemas/imports/import-forms'
import { readWordMeanings } from '@/lib/schemas/imports/word-meanings'
import { checkImport } from '@/lib/usecases/imports/check-import'
import { readImport } from '@/lib/usecases/imports/read-import'
import { beginUndo, discardImport, finishUndo, startImport, stopImport } from '@/lib/usecases/imports/steps'
import { runImportQuietly } from '@/lib/usecases/imports/tend-imports'

type Place = { readonly locale: string; readonly id: string }

const pageOf = ({ locale, id }: Place) => `/${toLocale(locale)}/cases/import/${encodeURIComponent(id)}`

/** Keeps what the columns and the words mean, and looks through the rows. */
export async function checkAction(place: Place, _previous: FormState, data: FormData): Promise<FormState> {
  const grant = await findGrant('case.import')
  if (!grant) return refused('session_over', readFields(data))
  const form = parseForm(mappingSettingsSchema, data)
  if (!form.ok) return form.state
  const step = importStepSchema.safeParse(readFields(data))
  const seen = await readImport(grant, place.id, { wrongAfter: 0, casesAfter: 0 })
  if (!seen?.one.file || !step.success) return refused('import_gone', form.values)
  const columns = seen.one.file.headings.map((_, column) => {
    const key = data.get(`column_${column}`)
    return typeof key === 'string' && importField(key) !== undefined ? key : ''
  })
  const meanings = readWordMeanings(data, seen.words?.mapping.meanings ?? {})
  const mapping = { ...form.value, columns, meanings }
  const done = await checkImport(grant, place.id, { version: step.data.version, mapping, known: knownWords() })
  if (!done.ok) return refused(done.error.code, form.values)
  // The query makes it another address: to a place on the page that is open the browser would only scroll.
  redirect(`${pageOf(place)}?looked=${step.data.version}#preview`)
}

/** Lets the import run; it goes on after this answer. */
export async function startAction(place: Place, _previous: FormState, data: FormData): Promise<FormState> {
  const grant = await findGrant('case.import')
  if (!grant) return refused('session_over', readFields(data))
  const form = parseForm(importStepSchema, data)
  if (!form.ok) return form.state
  const { version, leaveOut } = form.value
  const done = await startImport(grant, place.id, { version, leaveOut: leaveOut === 'yes' })
  if (!done.ok && done.error.code === 'import_wrong_rows')
    return invalidField('leaveOut', { key: 'imports.no_import_wrong_rows' }, form.values)
  if (!done.ok) return refused(done.error.code, form.values)
  after(() => runImportQuietly(place.id))
  redirect(pageOf(place))
}

export async function stopAction(place: Place, _previous: FormState, data: FormData): Promise<FormState> {
  return step(place, data, stopImport)
}

export async function discardAction(place: Place, _previous: FormState, data: FormData): Promise<FormState> {
  return step(place, data, discardImport, `/${toLocale(place.locale)}/cases/import`)
}

/** Takes the import back; the box has to be ticked. */
export async function undoAction(place: Place, _previous: FormState, data: FormData): Promise<FormState> {
  if (data.get('sure') !== 'yes') return invalidField('sure', { key: 'imports.undo_not_sure' }, readFields(data))
  const grant = await findGrant('case.import')
  if (!grant) return refused('session_over', readFields(data))
  const form = parseForm(importStepSchema, data)
  if (!form.ok) return form.state
  const begun = await beginUndo(grant, place.id, form.value.version)
  if (!begun.ok) return refused(begun.error.code, form.values)
  after(() => finishUndo(grant, place.id))
  redirect(pageOf(place))
}

async function step(
  place: Place,
  data: FormData,
  work: typeof stopImport,
  onward: string = pageOf(place),
): Promise<FormState> {
  const grant = await findGrant('case.import')
  if (!grant) return refused('session_over', readFields(data))
  const form = parseForm(importStepSchema, data)
  if (!form.ok) return form.state
  const done = await work(grant, place.id, form.value.version)
  if (!done.ok) return refused(done.error.code, form.values)
  redirect(onward)
}
