'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { after } from 'next/server'
import { knownWords } from '@/components/imports/import-words'
import { mappingValues, mappingWord } from '@/components/imports/mapping-values'
import type { Grant } from '@/lib/access/grant'
import { importField } from '@/lib/domain/imports/import-fields'
import { readFields, type FieldValues } from '@/lib/http/form-fields'
import { invalidField, refused, type FormState } from '@/lib/http/form-state'
import { lostRace } from '@/lib/http/lost-race'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { importStepSchema, mappingSettingsSchema } from '@/lib/schemas/imports/import-forms'
import { readWordMeanings } from '@/lib/schemas/imports/word-meanings'
import { checkImport } from '@/lib/usecases/imports/check-import'
import { readImport } from '@/lib/usecases/imports/read-import'
import { beginUndo, discardImport, finishUndo, startImport, stopImport } from '@/lib/usecases/imports/steps'
import { runImportQuietly } from '@/lib/usecases/imports/tend-imports'
import { forgetHeld, grantOrHold } from '../../[number]/held-form'

type Place = { readonly locale: string; readonly id: string }

const pageOf = ({ locale, id }: Place) => `/${toLocale(locale)}/cases/import/${encodeURIComponent(id)}`

/** The mapping is held when the session is over; the buttons hold nothing but the way back to them. */
const heldOf = (place: Place, name: 'import-mapping' | 'import-step') =>
  name === 'import-mapping'
    ? { name: 'import-mapping', number: place.id, locale: toLocale(place.locale), address: pageOf(place) }
    : { name: 'import-step', number: place.id, locale: toLocale(place.locale), address: pageOf(place) }

/** Keeps what the columns and the words mean, and looks through the rows. */
export async function checkAction(place: Place, _previous: FormState, data: FormData): Promise<FormState> {
  const held = heldOf(place, 'import-mapping')
  const passed = await grantOrHold('case.import', held, data)
  if ('state' in passed) return passed.state
  const { grant } = passed
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
  if (!done.ok && done.error.code === 'import_changed') return theirs(grant, place, form.values)
  if (!done.ok) return lost(place, done.error.code, form.values)
  await forgetHeld(held)
  // The query makes it another address: to a place on the page that is open the browser would only scroll.
  redirect(`${pageOf(place)}?looked=${step.data.version}#preview`)
}

/** Lets the import run; it goes on after this answer. */
export async function startAction(place: Place, _previous: FormState, data: FormData): Promise<FormState> {
  const passed = await grantOrHold('case.import', heldOf(place, 'import-step'), data)
  if ('state' in passed) return passed.state
  const form = parseForm(importStepSchema, data)
  if (!form.ok) return form.state
  const { version, leaveOut } = form.value
  const done = await startImport(passed.grant, place.id, { version, leaveOut: leaveOut === 'yes' })
  if (!done.ok && done.error.code === 'import_wrong_rows')
    return invalidField('leaveOut', { key: 'imports.no_import_wrong_rows' }, form.values)
  if (!done.ok) return lost(place, done.error.code, form.values)
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
  const passed = await grantOrHold('case.import', heldOf(place, 'import-step'), data)
  if ('state' in passed) return passed.state
  const form = parseForm(importStepSchema, data)
  if (!form.ok) return form.state
  const begun = await beginUndo(passed.grant, place.id, form.value.version)
  if (!begun.ok) return lost(place, begun.error.code, form.values)
  after(() => finishUndo(passed.grant, place.id))
  redirect(pageOf(place))
}

async function step(
  place: Place,
  data: FormData,
  work: typeof stopImport,
  onward: string = pageOf(place),
): Promise<FormState> {
  const passed = await grantOrHold('case.import', heldOf(place, 'import-step'), data)
  if ('state' in passed) return passed.state
  const form = parseForm(importStepSchema, data)
  if (!form.ok) return form.state
  const done = await work(passed.grant, place.id, form.value.version)
  if (!done.ok) return lost(place, done.error.code, form.values)
  redirect(onward)
}

/** The page is read again: it shows how the import stands now, and the same choices can be sent again. */
function lost(place: Place, code: string, values: FieldValues): FormState {
  revalidatePath(pageOf(place))
  return refused(code, values)
}

/** A colleague chose columns or words meanwhile: theirs, where nothing was chosen here. */
async function theirs(grant: Grant<'case.import'>, place: Place, typed: FieldValues): Promise<FormState> {
  const view = await readImport(grant, place.id, { wrongAfter: 0, casesAfter: 0 })
  if (!view?.words || !['mapping', 'checked'].includes(view.one.state)) return lost(place, 'import_changed', typed)
  const t = translatorFor(toLocale(place.locale))
  const now = mappingValues(view.words.mapping, view.unknown)
  const state = lostRace({ typed, now, say: (name, value) => mappingWord(t, name, value) })
  revalidatePath(pageOf(place))
  return state.status === 'invalid' ? state : refused('import_changed', state.status === 'idle' ? {} : state.values)
}
