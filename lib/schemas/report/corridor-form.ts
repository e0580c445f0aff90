import { z } from 'zod'
import { ORIGIN_CODES } from '@/lib/domain/countries'
import { stepForm } from './step-form'
import { codeOf } from './typed'

/** Where the worker comes from; the destination is Japan. Empty: prefers not to say. */
export const corridorForm = stepForm({
  schema: z.object({ origin: codeOf(ORIGIN_CODES) }),
  change: (answers, input) => ({ ...answers, origin: input.origin }),
  // Not answered and "prefer not to say" are kept alike; neither card is ticked for somebody.
  fieldsOf: ({ origin }) => (origin === undefined ? {} : { origin }),
})
