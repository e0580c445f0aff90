import { z } from 'zod'
import { requestId, words } from '../case/limits'

/** Every form of the ledger: an id of the form that was shown, so that it counts once. */
export const newForm = { requestId }

/** A form about something that is there: the version the page showed; a thing that is still to be written down has version 0. */
export const versionShown = z.coerce
  .number({ error: 'errors.choose_known' })
  .int({ error: 'errors.choose_known' })
  .min(0, { error: 'errors.choose_known' })

/** Why something that is there is changed; kept with what it was before. */
export const reason = words('ledger.reason_required')

/** A form that changes something that is there. */
export const editForm = { requestId, version: versionShown, reason }

/** Confirms that something is taken out of the ledger, put back, or set back to the official rate. */
export const confirmSchema = z.object(editForm)

const WHOLE_NUMBER = /^\d{1,4}$/u

/** A whole number typed in digits, up to `maximum`; blank is not known. `message` says what is expected. */
export function wholeNumber(maximum: number, message: 'ledger.hours_unreadable' | 'ledger.instalments_unreadable') {
  return z
    .string()
    .trim()
    .refine((text) => text === '' || (WHOLE_NUMBER.test(text) && Number(text) >= 1 && Number(text) <= maximum), {
      error: message,
    })
    .transform((text) => (text === '' ? null : Number(text)))
    .optional()
    .transform((number) => number ?? null)
}

/** Yes, no, or not known. */
export const yesOrNo = z
  .union([z.literal(''), z.enum(['yes', 'no'])], { error: 'errors.choose_known' })
  .optional()
  .transform((answer) => (answer === undefined || answer === '' ? null : answer === 'yes'))
