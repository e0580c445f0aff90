'use server'

import { notHere } from '@/lib/access/not-here'
import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { refused, type FormState } from '@/lib/http/form-state'
import { approveMove } from '@/lib/usecases/approve-move'
import { grantOrHold } from '../../held-form'

/** Confirms the move of a colleague. */
export async function approveMoveAction(
  locale: string,
  number: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/cases/${number}/confirm/${id}`
  const passed = await grantOrHold('case.change_state', { name: `confirm:${id}`, number, locale, address }, data)
  if ('state' in passed) return passed.state
  const done = await approveMove(passed.grant, { number, id })
  if (done.ok) redirect(`/${locale}/cases/${number}?done=approval`)
  if (done.error.code === 'not_found') notHere(locale)
  revalidatePath(address)
  return refused(done.error.code, {})
}
