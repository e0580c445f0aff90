'use server'

import { labelOf } from '@/components/report/labels'
import { notHere } from '@/lib/access/not-here'
import { findTellingPerson } from '@/lib/data/person-facts'
import { findCaseHead } from '@/lib/data/case-page'
import { within } from '@/lib/data/within'
import { PERSON_LABELS, type PersonField } from '@/lib/domain/report/person-facts'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { refused, type FormState } from '@/lib/http/form-state'
import { lostRace } from '@/lib/http/lost-race'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { casePersonSchema, personFieldsOf } from '@/lib/schemas/report/person-form'
import { tellPersonOf } from '@/lib/usecases/tell-person'
import { forgetHeld, grantOrHold } from '../held-form'

/** Writes down what the worker told for the statistics. */
export async function tellPersonAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/cases/${number}/about`
  const held = { name: 'about', number, locale, address }
  const passed = await grantOrHold('case.write_person', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(casePersonSchema, data)
  if (!form.ok) return form.state
  const { requestId, version, ...facts } = form.value
  const told = await tellPersonOf(passed.grant, number, { requestId, version, facts })
  if (!told.ok) {
    if (told.error.code === 'not_found') notHere(locale)
    if (told.error.code !== 'changed_meanwhile') return refused(told.error.code, form.values)
    revalidatePath(address)
    const person = await within(passed.grant, async (on) => {
      const head = await findCaseHead(on, number)
      return head && (await findTellingPerson(on, head.id))
    })
    if (person === null) notHere(locale)
    const t = translatorFor(toLocale(locale))
    const say = (field: string, value: string) => labelOf(t, PERSON_LABELS[field as PersonField], value)
    return lostRace({ typed: form.values, now: personFieldsOf(person.facts), say })
  }
  await forgetHeld(held)
  redirect(`/${locale}/cases/${number}?done=about#facts`)
}
