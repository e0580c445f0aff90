'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { notHere } from '@/lib/access/not-here'
import type { TranslatedKind } from '@/lib/data/translations'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { translateSchema } from '@/lib/schemas/case/case-work'
import { translateWords } from '@/lib/usecases/translate-words'
import { forgetHeld, grantOrHold } from '../../../held-form'

/** Puts a translation beside somebody's words. */
export async function translateAction(
  locale: string,
  number: string,
  subject: { readonly kind: TranslatedKind; readonly id: string },
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const page = `/${locale}/cases/${number}`
  const address = `${page}/translate/${subject.kind}/${subject.id}`
  const held = { name: `translate:${subject.id}`, number, locale, address }
  const passed = await grantOrHold('case.translate', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(translateSchema, data)
  if (!form.ok) return form.state
  const { translation: text, ...made } = form.value
  const done = await translateWords(passed.grant, { number, ...subject, ...made, text })
  if (!done.ok) {
    if (done.error.code === 'not_found') notHere(locale)
    if (done.error.code === 'changed_meanwhile') revalidatePath(address)
    return refused(done.error.code, form.values)
  }
  await forgetHeld(held)
  redirect(`${page}?done=translation#${subject.kind === 'statement' ? 'facts' : `message-${subject.id}`}`)
}
