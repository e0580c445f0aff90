import { z } from 'zod'
import { ARRIVED } from '@/lib/domain/arrival'
import { OFFICER_PREFERENCES } from '@/lib/domain/officer-change'
import { SATISFACTION_SCORES } from '@/lib/domain/satisfaction'
import { amountFields, readAmount } from '../report/amount-input'
import { contactDetailsForm } from '../report/contact-form'
import { payForm } from '../report/pay-form'
import { noAnswers } from '@/lib/domain/report/answers'
import { ownFormShape } from './own-form'

/** Words that correct one fact, or a reason: short enough to read at a glance. */
export const CORRECTION_MAX_LENGTH = 1000

const open = <T extends z.ZodType>(schema: T) => z.union([z.literal('').transform(() => undefined), schema]).optional()
const yesOrNo = open(z.enum(['yes', 'no'], { error: 'errors.choose_known' }))

/** What is right in place of a fact: a code of the list, or words. */
export function correctFactSchema(codes: readonly string[] | null) {
  const words = z
    .string({ error: 'track.correct_missing' })
    .trim()
    .min(1, { error: 'track.correct_missing' })
    .max(CORRECTION_MAX_LENGTH, { error: 'errors.too_long' })
  const isKnown = (text: string) => codes === null || codes.includes(text)
  return z.object({ ...ownFormShape, after: words.refine(isKnown, { error: 'errors.choose_known' }) })
}

/** Another way to be reached, as in the report; a way without a number or name is none. */
export const ownContactSchema = z.looseObject(ownFormShape).transform(({ requestId, caseId, ...told }, context) => {
  const parsed = contactDetailsForm.schema.safeParse(told)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: told } as z.core.$ZodRawIssue)
    return z.NEVER
  }
  const { channel = 'here_only', detail } = parsed.data
  if (channel !== 'here_only' && detail === undefined)
    context.addIssue({ code: 'custom', path: ['detail'], message: 'track.contact_detail_missing' })
  const isReached = channel !== 'here_only'
  const contact = isReached ? contactDetailsForm.change(noAnswers(), parsed.data).contact : { channel }
  return { requestId, caseId, contact }
})

/** Contract and pay, as in the report. */
export const ownPaySchema = z.looseObject(ownFormShape).transform(({ requestId, caseId, ...told }, context) => {
  const parsed = payForm.schema.safeParse(told)
  if (!parsed.success) {
    for (const issue of parsed.error.issues) context.issues.push({ ...issue, input: told } as z.core.$ZodRawIssue)
    return z.NEVER
  }
  const { pay } = payForm.change(noAnswers(), parsed.data)
  if (pay?.contractMonths === undefined && pay?.contractWageMinor === undefined && pay?.firstMonthMinor === undefined) {
    context.addIssue({ code: 'custom', path: ['contractWage'], message: 'track.pay_empty' })
    return z.NEVER
  }
  return { requestId, caseId, pay }
})

/** Wanting another officer. */
export const otherOfficerSchema = z.object({
  ...ownFormShape,
  preference: z.enum(OFFICER_PREFERENCES, { error: 'errors.choose_known' }).default('any'),
  reason: z.string().trim().max(CORRECTION_MAX_LENGTH, { error: 'errors.too_long' }).default(''),
})

/** Whether something arrived; of a part, how much. */
export const arrivalSchema = z
  .object({
    ...ownFormShape,
    repaymentId: open(z.uuid({ error: 'errors.refused' })),
    arrived: z.enum(ARRIVED, { error: 'track.arrived_missing' }),
    ...amountFields('amount'),
  })
  .transform((fields, context) => {
    const { requestId, caseId, repaymentId, arrived } = fields
    const { amountMinor, currency } = readAmount(fields, 'amount', context)
    const isPart = arrived === 'part' && amountMinor !== undefined && currency !== undefined
    const amount = isPart ? { amountMinor: BigInt(amountMinor), currency } : null
    return { requestId, caseId, repaymentId: repaymentId ?? null, arrived, amount }
  })

/** How it was; each may stay open, all of them not. */
export const rateCaseSchema = z
  .object({
    ...ownFormShape,
    score: open(z.enum(SATISFACTION_SCORES.map(String), { error: 'errors.choose_known' })),
    wouldReturn: yesOrNo,
    paidToComplain: yesOrNo,
  })
  .refine(({ score, wouldReturn, paidToComplain }) => score ?? wouldReturn ?? paidToComplain, {
    path: ['score'],
    error: 'track.rate_empty',
  })
