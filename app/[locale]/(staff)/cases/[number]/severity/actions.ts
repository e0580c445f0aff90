'use server'

import { codeWord } from '@/components/case/words'
import { notHere } from '@/lib/access/not-here'
import { findCaseHead } from '@/lib/data/case-page'
import { within } from '@/lib/data/within'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { refused, type FormState } from '@/lib/http/form-state'
import { lostRace } from '@/lib/http/lost-race'
import { parseForm } from '@/lib/http/parse-form'
import { toLocale } from '@/lib/i18n/locales'
import { translatorFor } from '@/lib/i18n/translate'
import { changeSeveritySchema } from '@/lib/schemas/case/change-severity'
import { changeCaseSeverity } from '@/lib/usecases/change-case-severity'
import { forgetHeld, grantOrHold } from '../held-form'

/** Sets another severity. */
export async function changeSeverityAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/cases/${number}/severity`
  const held = { name: 'severity', number, locale, address }
  const passed = await grantOrHold('case.change_severity', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(changeSeveritySchema, data)
  if (!form.ok) return form.state
  const done = await changeCaseSeverity(passed.grant, { number, ...form.value })
  if (!done.ok) {
    if (done.error.code === 'not_found') notHere(locale)
    if (done.error.code !== 'changed_meanwhile') return refused(done.error.code, form.values)
    revalidatePath(address)
    const head = await within(passed.grant, (on) => findCaseHead(on, number))
    if (head === null) notHere(locale)
    const t = translatorFor(toLocale(locale))
    const say = (_field: string, value: string) => codeWord(t, 'severity', value)
    return lostRace({ typed: form.values, now: { severity: head.severity }, say })
  }
  await forgetHeld(held)
  redirect(`/${locale}/cases/${number}?done=severity`)
}
