'use server'

import { redirect } from 'next/navigation'
import { notHere } from '@/lib/access/not-here'
import { readWorkbench, workbenchAddress } from '@/lib/domain/statistics/workbench/address'
import type { FormState } from '@/lib/http/form-state'
import { parseForm } from '@/lib/http/parse-form'
import { viewChangeSchema, viewSchema } from '@/lib/schemas/case/bulk'
import {
  changeStatisticView,
  deleteStatisticView,
  restoreStatisticView,
  saveStatisticView,
} from '@/lib/usecases/statistics/statistic-views'
import { grantOrHold } from '../../cases/[number]/held-form'

/** Keeps a question under a name. `params`: as it stands in the address; read again, so that only codes are kept. */
export async function saveViewAction(
  locale: string,
  params: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/statistics/views/new?${params}`
  const passed = await grantOrHold(
    'statistic_view.save',
    { name: 'statistic-view', number: 'new', locale, address },
    data,
  )
  if ('state' in passed) return passed.state
  const parsed = parseForm(viewSchema, data)
  if (!parsed.ok) return parsed.state
  const { requestId: id, name, isShared } = parsed.value
  const query = workbenchAddress(readWorkbench(new URLSearchParams(params))).toString()
  await saveStatisticView(passed.grant, { id, name, isShared, query })
  redirect(`/${locale}/statistics?${query}&saved=${id}`)
}

/** Another name, or shared with the office. */
export async function changeViewAction(
  locale: string,
  id: string,
  params: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/statistics/views/${id}`
  const passed = await grantOrHold('statistic_view.save', { name: 'statistic-view', number: id, locale, address }, data)
  if ('state' in passed) return passed.state
  const parsed = parseForm(viewChangeSchema, data)
  if (!parsed.ok) return parsed.state
  const done = await changeStatisticView(passed.grant, id, parsed.value)
  if (!done.ok) return notHere(locale)
  redirect(`/${locale}/statistics?${params}&saved=${id}`)
}

/** Deletes a question; the page that follows offers to take it back. */
export async function deleteViewAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/statistics/views/${id}`
  const passed = await grantOrHold(
    'statistic_view.save',
    { name: 'statistic-view-delete', number: id, locale, address },
    data,
  )
  if ('state' in passed) return passed.state
  const done = await deleteStatisticView(passed.grant, id)
  if (!done.ok) return notHere(locale)
  redirect(`/${locale}/statistics?deleted=${id}`)
}

/** Takes a deletion back. */
export async function restoreViewAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const address = `/${locale}/statistics`
  const passed = await grantOrHold(
    'statistic_view.save',
    { name: 'statistic-view-restore', number: id, locale, address },
    data,
  )
  if ('state' in passed) return passed.state
  const done = await restoreStatisticView(passed.grant, id)
  if (!done.ok) return notHere(locale)
  redirect(`/${locale}/statistics?opened=${id}`)
}
