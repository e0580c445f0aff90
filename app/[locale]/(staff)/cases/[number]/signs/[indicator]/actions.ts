'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { notHere } from '@/lib/access/not-here'
import type { IndicatorCode } from '@/lib/domain/grievances/indicators'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { judgeSignSchema } from '@/lib/schemas/case/case-work'
import { judgeSign } from '@/lib/usecases/judge-sign'
import { forgetHeld, grantOrHold } from '../../held-form'

/** Keeps what an officer makes of a sign. */
export async function judgeSignAction(
  locale: string,
  number: string,
  indicator: IndicatorCode,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const page = `/${locale}/cases/${number}`
  const address = `${page}/signs/${indicator}`
  const held = { name: `sign:${indicator}`, number, locale, address }
  const passed = await grantOrHold('case.judge_sign', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(judgeSignSchema, data)
  if (!form.ok) return form.state
  const done = await judgeSign(passed.grant, { number, indicator, ...form.value })
  if (!done.ok) {
    if (done.error.code === 'not_found') notHere(locale)
    if (done.error.code === 'changed_meanwhile') revalidatePath(address)
    return refused(done.error.code, form.values)
  }
  await forgetHeld(held)
  redirect(`${page}?done=sign#signs`)
}
