'use server'

import { notHere } from '@/lib/access/not-here'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { isCheckKind } from '@/lib/domain/workflow/checks'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { recordCheckSchemas } from '@/lib/schemas/case/record-check'
import { recordCheck } from '@/lib/usecases/record-check'
import { forgetHeld, grantOrHold } from '../../held-form'

/** Writes down what came of a check. */
export async function recordCheckAction(
  locale: string,
  number: string,
  kind: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  if (!isCheckKind(kind)) notHere(locale)
  const address = `/${locale}/cases/${number}/checks/${kind}`
  const held = { name: `check:${kind}`, number, locale, address }
  const passed = await grantOrHold('case.change_state', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(recordCheckSchemas[kind], data)
  if (!form.ok) return form.state
  const done = await recordCheck(passed.grant, { number, kind, ...form.value })
  if (!done.ok) {
    if (done.error.code === 'not_found') notHere(locale)
    revalidatePath(address)
    return refused(done.error.code, form.values)
  }
  await forgetHeld(held)
  redirect(`/${locale}/cases/${number}?done=check`)
}
