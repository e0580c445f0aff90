import { z } from 'zod'
import { isDay } from '@/lib/domain/calendar/day'
import { CONFIDENCES } from '@/lib/domain/fees/rules/fee-rule'
import { FORUM_COSTS } from '@/lib/domain/forums/legal-rule'

const text = (maximum: number) => z.string().trim().max(maximum, { error: 'errors.rule_too_long' })
const textOrNone = (maximum: number) =>
  text(maximum)
    .default('')
    .transform((typed) => (typed === '' ? null : typed))
const dayOrNone = text(20)
  .default('')
  .refine((typed) => typed === '' || isDay(typed), { error: 'errors.rule_day' })
  .transform((typed) => (typed === '' ? null : typed))
const monthsOrNone = text(3)
  .default('')
  .refine((typed) => typed === '' || /^\d{1,3}$/u.test(typed), { error: 'errors.rule_whole_months' })
  .transform((typed) => (typed === '' ? null : Number(typed)))
const ticked = z
  .literal('yes')
  .optional()
  .transform((typed) => typed === 'yes')

/** What an administrator changes of a rule on forums or time limits. Fields of the other kind are not sent. */
export const legalRuleFormSchema = z
  .object({
    latest: z.coerce.number().int().min(1),
    periodCount: z.coerce
      .number({ error: 'errors.rule_whole_months' })
      .int({ error: 'errors.rule_whole_months' })
      .min(1, { error: 'errors.rule_whole_months' })
      .max(400, { error: 'errors.rule_whole_months' })
      .optional(),
    periodUnit: z.enum(['years', 'months', 'days'], { error: 'errors.choose_known' }).optional(),
    monthsFrom: monthsOrNone.optional(),
    monthsTo: monthsOrNone.optional(),
    cost: z.enum(FORUM_COSTS, { error: 'errors.choose_known' }).optional(),
    acceptsAnonymous: ticked,
    effectiveFrom: dayOrNone,
    effectiveTo: dayOrNone,
    sourceTitle: z
      .string({ error: 'errors.rule_source' })
      .trim()
      .min(1, { error: 'errors.rule_source' })
      .max(300, { error: 'errors.rule_too_long' }),
    sourceArticle: textOrNone(300),
    sourceUrl: textOrNone(500).refine((url) => url === null || /^https:\/\/[^\s]+$/u.test(url), {
      error: 'errors.rule_url',
    }),
    isVerified: ticked,
    confidence: z.enum(CONFIDENCES, { error: 'errors.choose_known' }),
    readOn: z.string({ error: 'errors.rule_day' }).trim().refine(isDay, { error: 'errors.rule_day' }),
    note: textOrNone(2_000),
    isWithdrawn: ticked,
    reason: z
      .string({ error: 'errors.rule_reason' })
      .trim()
      .min(1, { error: 'errors.rule_reason' })
      .max(1_000, { error: 'errors.rule_too_long' }),
  })
  .refine(({ monthsFrom, monthsTo }) => (monthsFrom ?? 0) <= (monthsTo ?? monthsFrom ?? 0), {
    path: ['monthsTo'],
    error: 'errors.rule_whole_months',
  })
  .transform(({ latest, reason, periodCount, periodUnit, monthsFrom, monthsTo, ...rest }) => ({
    latest,
    reason,
    edit: {
      effectiveFrom: rest.effectiveFrom,
      effectiveTo: rest.effectiveTo,
      source: { title: rest.sourceTitle, article: rest.sourceArticle, url: rest.sourceUrl },
      verification: { isVerified: rest.isVerified, confidence: rest.confidence, readOn: rest.readOn },
      note: rest.note,
      isWithdrawn: rest.isWithdrawn,
      cost: rest.cost,
      acceptsAnonymous: rest.acceptsAnonymous,
      ...(periodCount !== undefined &&
        periodUnit !== undefined && { period: { count: periodCount, unit: periodUnit } }),
      ...(monthsFrom !== undefined && monthsTo !== undefined && { months: { from: monthsFrom, to: monthsTo } }),
    },
  }))
