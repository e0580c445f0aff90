'use server'

import { err } from '@/lib/domain/result'
import type { FormState } from '@/lib/http/form-state'
import { isId } from '@/lib/platform/ids'
import { askMicrodataSchema, decideMicrodataSchema, withdrawMicrodataSchema } from '@/lib/schemas/statistics/microdata'
import { askForMicrodata, decideMicrodata, withdrawMicrodata } from '@/lib/usecases/statistics/microdata/requests'
import { postForm } from '../../post-form'

const NOT_FOUND = err({ code: 'not_found' })

/** Asks for a file of records. */
export async function askMicrodataAction(locale: string, _previous: FormState, data: FormData): Promise<FormState> {
  const address = `/${locale}/statistics/microdata`
  const form = { name: 'microdata', number: 'new', locale, address, lists: ['columns'] }
  return postForm(
    { permission: 'microdata.manage', form, schema: askMicrodataSchema, data },
    (grant, { requestId, signed: _signed, ...plan }) => askForMicrodata(grant, requestId, plan),
    ({ requestId }) => `${address}/${requestId}?done=1`,
  )
}

/** Approves or refuses what another administrator asked for. */
export async function decideMicrodataAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = { name: 'microdata-decision', number: id, ...placeOf(locale, id) }
  return postForm(
    { permission: 'microdata.manage', form, schema: decideMicrodataSchema, data, isProven: true },
    async (grant, { version, decision, note }) =>
      isId(id) ? decideMicrodata(grant, { id, version, isApproved: decision === 'approve', note }) : NOT_FOUND,
    `${form.address}?done=1`,
  )
}

/** Takes a request or its file back. */
export async function withdrawMicrodataAction(
  locale: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = { name: 'microdata-withdrawal', number: id, ...placeOf(locale, id) }
  return postForm(
    { permission: 'microdata.manage', form, schema: withdrawMicrodataSchema, data },
    async (grant, { version, why: note }) => (isId(id) ? withdrawMicrodata(grant, { id, version, note }) : NOT_FOUND),
    `${form.address}?done=1`,
  )
}

const placeOf = (locale: string, id: string) => ({ locale, address: `/${locale}/statistics/microdata/${id}` })
