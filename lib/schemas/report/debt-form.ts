import { z } from 'zod'
import { defaultCurrencyOf } from '@/lib/domain/countries'
import { LENDER_KINDS } from '@/lib/domain/fees/payees'
import { amountFields, amountFieldsOf, readAmount } from './amount-input'
import { stepForm } from './step-form'
import { codeOf } from './typed'

/** Money borrowed to come, who lent most of it, and what is still owed. */
export const debtForm = stepForm({
  schema: z
    .object({ borrowed: codeOf(['yes', 'no']), lenderRole: codeOf(LENDER_KINDS), ...amountFields('owed') })
    .transform((fields, ctx) => ({
      borrowed: fields.borrowed,
      lenderRole: fields.lenderRole,
      owed: readAmount(fields, 'owed', ctx),
    })),
  change: (answers, { borrowed, lenderRole, owed }) => {
    // Who says how much is owed has borrowed, even where the first question was passed over.
    const hasBorrowed = borrowed ?? (lenderRole !== undefined || owed.amountMinor !== undefined ? 'yes' : undefined)
    if (hasBorrowed === undefined) return { ...answers, debt: undefined }
    const debt = {
      borrowed: hasBorrowed,
      lenderRole,
      owedText: owed.amountText,
      owedMinor: owed.amountMinor,
      currency: owed.currency,
    }
    return { ...answers, debt }
  },
  fieldsOf: ({ debt, origin }) => ({
    borrowed: debt?.borrowed ?? '',
    lenderRole: debt?.lenderRole ?? '',
    ...amountFieldsOf(
      'owed',
      { amountText: debt?.owedText, currency: debt?.currency },
      origin === undefined ? 'JPY' : defaultCurrencyOf(origin),
    ),
  }),
})
