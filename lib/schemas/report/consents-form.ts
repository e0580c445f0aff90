import { z } from 'zod'
import { CONSENT_KINDS } from '@/lib/domain/consents'
import { stepForm } from './step-form'
import { codesOf } from './typed'

/** What is agreed to; what is not ticked is not agreed to. Sending to a body is asked later, for that body. */
export const ASKED_CONSENTS = CONSENT_KINDS.filter((kind) => kind !== 'send_to_body')

export const consentsForm = stepForm({
  schema: z.object({ consents: codesOf(ASKED_CONSENTS) }),
  lists: ['consents'],
  change: (answers, input) => ({ ...answers, consents: input.consents }),
  fieldsOf: (answers) => ({ consents: answers.consents }),
})
