import { z } from 'zod'
import { SCHEME_CODES } from '@/lib/domain/schemes'
import { stepForm } from './step-form'
import { codeOf } from './typed'

/** Under which status the worker is or will be in Japan. Empty: prefers not to say. */
export const schemeForm = stepForm({
  schema: z.object({ scheme: codeOf(SCHEME_CODES) }),
  change: (answers, input) => ({ ...answers, scheme: input.scheme }),
  fieldsOf: ({ scheme }) => (scheme === undefined ? {} : { scheme }),
})
