'use server'

import { redirect } from 'next/navigation'
import { findGrant } from '@/lib/access/door'
import { notHere } from '@/lib/access/not-here'
import type { FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { queueHref, readQueueQuery, viewParams } from '@/lib/schemas/case/queue-query'
import { viewChangeSchema, viewDeleteSchema, viewSchema } from '@/lib/schemas/case/bulk'
import { changeView, removeView, saveView } from '@/lib/usecases/saved-views'
import { grantOrHold } from '../[number]/held-form'

/** Keeps what the queue shows under a name. `params`: the filter as it stands in the address; read again, so that only codes are kept. */
export async function saveViewAction(
  locale: string,
  params: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = { name: 'view', number: 'new', locale, address: `/${locale}/cases/views/new?${params}` }
  const passed = await grantOrHold('view.save', form, data)
  if ('state' in passed) return passed.state
  const parsed = parseForm(viewSchema, data)
  if (!parsed.ok) return parsed.state
  const { requestId: id, name, isShared } = parsed.value
  const { query } = readQueueQuery(Object.fromEntries(new URLSearchParams(params)))
  const sharing = isShared ? await findGrant('view.share') : null
  await saveView(sharing ?? passed.grant, { id, name, isShared, query: viewParams(query) })
  redirect(queueHref(locale, query, { saved: id }))
}

/** Another name, or shared with the office. */
export async function changeViewAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/cases/views/${id}`
  const passed = await grantOrHold('view.save', { name: 'view', number: id, locale, address }, data)
  if ('state' in passed) return passed.state
  const parsed = parseForm(viewChangeSchema, data)
  if (!parsed.ok) return parsed.state
  const done = await changeView((await findGrant('view.share')) ?? passed.grant, id, parsed.value)
  if (!done.ok) return notHere(locale)
  redirect(`/${locale}/cases`)
}

/** Deletes a view, once somebody said that they want to. */
export async function deleteViewAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/cases/views/${id}`
  const passed = await grantOrHold('view.save', { name: 'view-delete', number: id, locale, address }, data)
  if ('state' in passed) return passed.state
  const parsed = parseForm(viewDeleteSchema, data)
  if (!parsed.ok) return parsed.state
  const done = await removeView((await findGrant('view.share')) ?? passed.grant, id)
  if (!done.ok) return notHere(locale)
  redirect(`/${locale}/cases`)
}
