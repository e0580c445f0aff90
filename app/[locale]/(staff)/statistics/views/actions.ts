'use server'

import { ok } from '@/lib/domain/result'
import { readWorkbench, workbenchAddress } from '@/lib/domain/statistics/workbench/address'
import type { FormState } from '@/lib/http/form-state'
import { viewChangeSchema, viewSchema } from '@/lib/schemas/case/bulk'
import {
  changeStatisticView,
  deleteStatisticView,
  restoreStatisticView,
  saveStatisticView,
} from '@/lib/usecases/statistics/statistic-views'
import { nothing, postForm } from '../../post-form'

/** Keeps a question under a name. `params`: as it stands in the address; read again, so that only codes are kept. */
export async function saveViewAction(
  locale: string,
  params: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const query = workbenchAddress(readWorkbench(new URLSearchParams(params))).toString()
  const form = { name: 'statistic-view', number: 'new', locale, address: `/${locale}/statistics/views/new?${params}` }
  return postForm(
    { permission: 'statistic_view.save', form, schema: viewSchema, data },
    async (grant, { requestId: id, name, isShared }) =>
      ok(await saveStatisticView(grant, { id, name, isShared, query })),
    ({ requestId }) => `/${locale}/statistics?${query}&saved=${requestId}`,
  )
}

/** Another name, or shared with the office. */
export async function changeViewAction(
  locale: string,
  id: string,
  params: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postForm(
    {
      permission: 'statistic_view.save',
      form: { name: 'statistic-view', number: id, ...placeOf(locale, id) },
      schema: viewChangeSchema,
      data,
    },
    (grant, change) => changeStatisticView(grant, id, change),
    `/${locale}/statistics?${params}&saved=${id}`,
  )
}

/** Deletes a question; the page that follows offers to take it back. */
export async function deleteViewAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postForm(
    {
      permission: 'statistic_view.save',
      form: { name: 'statistic-view-delete', number: id, ...placeOf(locale, id) },
      schema: nothing,
      data,
    },
    (grant) => deleteStatisticView(grant, id),
    `/${locale}/statistics?deleted=${id}`,
  )
}

/** Takes a deletion back. */
export async function restoreViewAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = { name: 'statistic-view-restore', number: id, locale, address: `/${locale}/statistics` }
  return postForm(
    { permission: 'statistic_view.save', form, schema: nothing, data },
    (grant) => restoreStatisticView(grant, id),
    `/${locale}/statistics?opened=${id}`,
  )
}

const placeOf = (locale: string, id: string) => ({ locale, address: `/${locale}/statistics/views/${id}` })
