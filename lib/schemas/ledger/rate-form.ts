import { z } from 'zod'
import { editForm } from './ledger-fields'

const PLAIN = /^(\d{1,12})(?:[.,](\d{1,8}))?$/u

/**
 * An officer's own rate, units of the currency of the payment for one US dollar, as decimal text. `26.500` and `26,500` are
 * refused: nobody can know whether they are twenty-six or twenty-six thousand. `isSure`: a rate far from the official one is meant.
 */
export const rateSchema = z.object({
  ...editForm,
  isSure: z
    .literal('yes')
    .optional()
    .transform((ticked) => ticked === 'yes'),
  unitsPerUsd: z
    .string()
    .transform((text) => text.replaceAll(/[\s_']/gu, ''))
    .transform((text, ctx) => {
      const [, wholeUnits = '', rest = ''] = PLAIN.exec(text) ?? []
      const message = text === '' ? 'ledger.rate_required' : rest.length === 3 ? 'ledger.rate_two_ways' : undefined
      if (message === undefined && wholeUnits !== '' && Number(`${wholeUnits}.${rest}`) > 0)
        return rest === '' ? wholeUnits : `${wholeUnits}.${rest}`
      ctx.addIssue({ code: 'custom', message: message ?? 'ledger.rate_unreadable' })
      return z.NEVER
    }),
})
