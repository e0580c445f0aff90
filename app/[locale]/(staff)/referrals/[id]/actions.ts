'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { notHere } from '@/lib/access/not-here'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { answerShareSchema } from '@/lib/schemas/referral/answer-share'
import { answerShare } from '@/lib/usecases/referrals/shares'
import { forgetHeld, grantOrHold } from '../../cases/[number]/held-form'

/** Takes a share on, or not, or answers the office that asked. */
export async function answerShareAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/referrals/${id}`
  const held = { name: 'share-answer', number: id, locale, address }
  const passed = await grantOrHold('share.answer', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(answerShareSchema, data)
  if (!form.ok) return form.state
  const { act, code, words, version } = form.value
  const done = await answerShare(passed.grant, {
    id,
    version,
    act,
    code: code ?? null,
    words: words || null,
    language: locale,
  })
  if (!done.ok) {
    if (done.error.code === 'not_found') notHere(locale)
    revalidatePath(address)
    return refused(done.error.code, form.values)
  }
  await forgetHeld(held)
  redirect(`${address}?done=${act === 'accept' ? 'accepted' : 'answered'}`)
}
