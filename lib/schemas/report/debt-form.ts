import { z } from 'zod'
import { defaultCurrencyOf } from '@/lib/domain/countries'
import { COLLATERALS, RATE_PERIODS } from '@/lib/domain/fees/ledger/loan-terms'
import { LENDER_KINDS } from '@/lib/domain/fees/payees'
import { amountFields, amountFieldsOf, furtherAmountFields, readAmount } from './amount-input'
import { percent } from './number-input'
import { stepForm } from './step-form'
import { codeOf } from './typed'

/** Money borrowed to come, who lent most of it, and what is still owed; then, for who knows more, the terms of the loan. */
export const debtForm = stepForm({
  schema: z
    .object({
      borrowed: codeOf(['yes', 'no']),
      lenderRole: codeOf(LENDER_KINDS),
      ...amountFields('owed'),
      ...furtherAmountFields('principal'),
      ...furtherAmountFields('monthly'),
      ratePercent: percent,
      ratePeriod: codeOf(RATE_PERIODS),
      collateral: codeOf(COLLATERALS),
    })
    .transform((fields, ctx) => ({
      ...fields,
      owed: readAmount(fields, 'owed', ctx, { mayBeZero: true }),
      principal: readAmount(fields, 'principal', ctx, { isFurther: true }),
      monthly: readAmount(fields, 'monthly', ctx, { isFurther: true, mayBeZero: true }),
    })),
  change: (answers, { borrowed, lenderRole, owed, principal, monthly, ratePercent, ratePeriod, collateral }) => {
    // Who says how much is owed, or on which terms, has borrowed, even where the first question was passed over.
    const isTold = [
      lenderRole,
      owed.amountMinor,
      principal.amountMinor,
      monthly.amountMinor,
      ratePercent,
      collateral,
    ].some((told) => told !== undefined)
    const hasBorrowed = borrowed ?? (isTold ? 'yes' : undefined)
    if (hasBorrowed === undefined) return { ...answers, debt: undefined }
    const debt = {
      borrowed: hasBorrowed,
      lenderRole,
      owedText: owed.amountText,
      owedMinor: owed.amountMinor,
      currency: owed.currency ?? principal.currency ?? monthly.currency,
      principalText: principal.amountText,
      principalMinor: principal.amountMinor,
      monthlyText: monthly.amountText,
      monthlyMinor: monthly.amountMinor,
      ratePercent,
      ratePeriod,
      collateral,
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
    principal: debt?.principalText ?? '',
    monthly: debt?.monthlyText ?? '',
    ratePercent: debt?.ratePercent ?? '',
    ratePeriod: debt?.ratePeriod ?? '',
    collateral: debt?.collateral ?? '',
  }),
})
