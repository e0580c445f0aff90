import { z } from 'zod'
import { newForm } from './ledger-fields'

/** A difference that a changed rule or rate made, seen; the instant names which. */
export const seenSchema = z.object({
  ...newForm,
  assessedAt: z.iso.datetime({ error: 'errors.choose_known' }).transform((text) => new Date(text)),
})
