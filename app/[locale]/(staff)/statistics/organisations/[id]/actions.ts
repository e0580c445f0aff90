'use server'

import { err } from '@/lib/domain/result'
import type { FormState } from '@/lib/http/form-state'
import { isId } from '@/lib/platform/ids'
import {
  askOrganisationSchema,
  decideOrganisationSchema,
  organisationReplySchema,
} from '@/lib/schemas/statistics/organisations'
import { askForOrganisation, decideOrganisation, keepReply } from '@/lib/usecases/statistics/organisation-releases'
import { postForm } from '../../../post-form'

const NOT_FOUND = err({ code: 'not_found' })

/** Asks that an organisation may be shown. */
export async function askOrganisationAction(
  locale: string,
  partyId: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = { name: 'organisation-ask', number: partyId, ...placeOf(locale, partyId) }
  return postForm(
    { permission: 'organisation.ask', form, schema: askOrganisationSchema, data },
    async (grant, asked) => (isId(partyId) ? askForOrganisation(grant, { ...asked, partyId }) : NOT_FOUND),
    `${form.address}?done=1`,
  )
}

/** Approves, refuses or withdraws. */
export async function decideOrganisationAction(
  locale: string,
  partyId: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = { name: 'organisation-decision', number: partyId, ...placeOf(locale, partyId) }
  return postForm(
    { permission: 'organisation.release', form, schema: decideOrganisationSchema, data },
    async (grant, { informedOn = null, ...decided }) =>
      isId(id) ? decideOrganisation(grant, { id, informedOn, ...decided }) : NOT_FOUND,
    `${form.address}?done=1`,
  )
}

/** Keeps the reply of an organisation, or takes it off. */
export async function keepReplyAction(
  locale: string,
  partyId: string,
  id: string,
  _previous: FormState,
  data: FormData,
): Promise<FormState> {
  const form = { name: 'organisation-reply', number: partyId, ...placeOf(locale, partyId) }
  return postForm(
    { permission: 'organisation.release', form, schema: organisationReplySchema, data },
    async (grant, { version, text = '', language, repliedOn, en = '', ja = '' }) => {
      if (!isId(id)) return NOT_FOUND
      const translations = Object.fromEntries(Object.entries({ en, ja }).filter(([, words]) => words !== ''))
      const reply = text === '' || repliedOn === undefined ? null : { text, language, repliedOn, translations }
      return keepReply(grant, { id, version, reply })
    },
    `${form.address}?done=1`,
  )
}

const placeOf = (locale: string, partyId: string) => ({
  locale,
  address: `/${locale}/statistics/organisations/${partyId}`,
})
