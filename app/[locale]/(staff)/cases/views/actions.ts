'use server'

import { findGrant } from '@/lib/access/door'
import { err, ok } from '@/lib/domain/result'
import type { FormState } from '@/lib/http/form-state'
import { isId } from '@/lib/platform/ids'
import { queueHref, readQueueQuery, viewParams } from '@/lib/schemas/case/queue-query'
import { viewChangeSchema, viewDeleteSchema, viewSchema } from '@/lib/schemas/case/bulk'
import { changeView, removeView, saveView } from '@/lib/usecases/saved-views'
import { postForm } from '../../post-form'

const NOT_FOUND = err({ code: 'not_found' })

/** Keeps what the queue shows under a name. `params`: the filter as it stands in the address; read again, so that only codes are kept. */
export async function saveViewAction(
  locale: string,
  params: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const { query } = readQueueQuery(Object.fromEntries(new URLSearchParams(params)))
  const form = { name: 'view', number: 'new', locale, address: `/${locale}/cases/views/new?${params}` }
  return postForm(
    { permission: 'view.save', form, schema: viewSchema, data },
    async (grant, { requestId: id, name, isShared }) => {
      const sharing = isShared ? await findGrant('view.share') : null
      return ok(await saveView(sharing ?? grant, { id, name, isShared, query: viewParams(query) }))
    },
    ({ requestId }) => queueHref(locale, query, { saved: requestId }),
  )
}

/** Another name, or shared with the office. */
export async function changeViewAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postForm(
    {
      permission: 'view.save',
      form: { name: 'view', number: id, ...placeOf(locale, id) },
      schema: viewChangeSchema,
      data,
    },
    async (grant, change) => (isId(id) ? changeView((await findGrant('view.share')) ?? grant, id, change) : NOT_FOUND),
    `/${locale}/cases`,
  )
}

/** Deletes a view, once somebody said that they want to. */
export async function deleteViewAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  return postForm(
    {
      permission: 'view.save',
      form: { name: 'view-delete', number: id, ...placeOf(locale, id) },
      schema: viewDeleteSchema,
      data,
    },
    async (grant) => (isId(id) ? removeView((await findGrant('view.share')) ?? grant, id) : NOT_FOUND),
    `/${locale}/cases`,
  )
}

const placeOf = (locale: string, id: string) => ({ locale, address: `/${locale}/cases/views/${id}` })
