'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { findGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import { readFields } from '@/lib/http/form-fields'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { answerShareSchema } from '@/lib/schemas/referral/answer-share'
import { answerShare } from '@/lib/usecases/referrals/shares'

/** Takes a share on, or not, or answers the office that asked. */
export async function answerShareAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const grant = await findGrant('share.answer')
  if (!grant) return refused('session_over', readFields(data))
  const form = parseForm(answerShareSchema, data)
  if (!form.ok) return form.state
  const { act, code, words, version } = form.value
  const done = await answerShare(grant, {
    id,
    version,
    act,
    code: code ?? null,
    words: words || null,
    language: locale,
  })
  if (!done.ok) {
    if (done.error.code === 'not_found') notHere(locale)
    revalidatePath(`/${locale}/referrals/${id}`)
    return refused(done.error.code, form.values)
  }
  redirect(`/${locale}/referrals/${id}?done=${act === 'accept' ? 'accepted' : 'answered'}`)
}
