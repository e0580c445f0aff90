import { z } from 'zod'
import type { PayAnswer } from '@/lib/domain/report/answers'
import { amountFields, amountFieldsOf, furtherAmountFields, readAmount } from './amount-input'
import { monthCount } from './number-input'
import { stepForm } from './step-form'
import { codeOf } from './typed'

/** The lengths of a contract that are offered, in months: one, three and five years. */
export const CONTRACT_MONTHS = ['12', '36', '60'] as const

/** How long the contract is, the basic pay in it, and what arrived in the first full month; all amounts in one currency. */
export const payForm = stepForm({
  schema: z
    .object({
      contract: codeOf([...CONTRACT_MONTHS, 'other']),
      contractMonths: monthCount,
      ...amountFields('contractWage'),
      ...furtherAmountFields('firstMonth'),
    })
    .transform((fields, ctx) => ({
      // A number typed before one of the offered lengths was tapped says nothing any more.
      contractMonths:
        fields.contract === undefined || fields.contract === 'other' ? fields.contractMonths : Number(fields.contract),
      wage: readAmount(fields, 'contractWage', ctx, { isMonthlyPay: true }),
      firstMonth: readAmount(fields, 'firstMonth', ctx, { isFurther: true, mayBeZero: true, isMonthlyPay: true }),
    })),
  change: (answers, { contractMonths, wage, firstMonth }) => {
    const pay: PayAnswer = {
      contractMonths,
      contractWageText: wage.amountText,
      contractWageMinor: wage.amountMinor,
      firstMonthText: firstMonth.amountText,
      firstMonthMinor: firstMonth.amountMinor,
      currency: wage.currency ?? firstMonth.currency,
    }
    const { plannedText, plannedMinor, plannedCurrency } = answers.pay ?? {}
    const planned = plannedMinor === undefined ? {} : { plannedText, plannedMinor, plannedCurrency }
    const told: PayAnswer = { ...pay, ...planned }
    return { ...answers, pay: Object.values(told).some((value) => value !== undefined) ? told : undefined }
  },
  fieldsOf: ({ pay }) => ({
    ...contractFieldsOf(pay?.contractMonths),
    ...amountFieldsOf('contractWage', { amountText: pay?.contractWageText, currency: pay?.currency }, 'JPY'),
    firstMonth: pay?.firstMonthText ?? '',
  }),
})

function contractFieldsOf(months: number | undefined) {
  if (months === undefined) return {}
  const contract = CONTRACT_MONTHS.find((offered) => offered === String(months))
  return contract === undefined ? { contract: 'other', contractMonths: String(months) } : { contract }
}
