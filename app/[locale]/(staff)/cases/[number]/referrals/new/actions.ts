'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { notHere } from '@/lib/access/not-here'
import { refused, type FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { PREPARE_LISTS, prepareReferralSchema } from '@/lib/schemas/referral/prepare'
import { prepareReferral } from '@/lib/usecases/referrals/prepare-referral'
import { forgetHeld, grantOrHold } from '../../held-form'

/** Prepares a referral; nothing leaves with it. */
export async function prepareReferralAction(
  locale: string,
  number: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/cases/${number}/referrals/new`
  const held = { name: 'referral', number, locale, address, lists: PREPARE_LISTS }
  const passed = await grantOrHold('case.change_state', held, data)
  if ('state' in passed) return passed.state
  const form = parseForm(prepareReferralSchema, data, { lists: PREPARE_LISTS })
  if (!form.ok) return form.state
  const done = await prepareReferral(passed.grant, { number, ...form.value })
  if (!done.ok) {
    if (done.error.code === 'not_found') notHere(locale)
    revalidatePath(address)
    return refused(done.error.code, form.values)
  }
  await forgetHeld(held)
  redirect(`/${locale}/cases/${number}/referrals/current?done=prepared`)
}
