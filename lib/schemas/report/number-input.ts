import { z } from 'zod'
import { typedText } from '@/lib/domain/writing/typed-text'

/** Longer than any contract or loan we know of, in months. */
const MONTHS_MAXIMUM = 240

/** More than this per cent is a slip, even for a day. */
const PERCENT_MAXIMUM = 10_000

/** A number of months as people write it: `36`, `３６`, `36 tháng`. Empty counts as not answered. */
export const monthCount = z
  .string({ error: 'errors.check_answer' })
  .optional()
  .transform((text, ctx) => {
    const typed = typedText(text ?? '')
    if (typed === '') return undefined
    const [only, ...others] = typed.match(/\d+/gu) ?? []
    const count = only === undefined || others.length > 0 || /\d[.,-]|-\d/u.test(typed) ? Number.NaN : Number(only)
    if (count >= 1 && count <= MONTHS_MAXIMUM) return count
    ctx.addIssue({ code: 'custom', message: 'report.months_unreadable' })
    return z.NEVER
  })

/** A rate in per cent as people write it: `1,5`, `２ %`. Becomes decimal text with a point and at most four places; empty counts as not answered. */
export const percent = z
  .string({ error: 'errors.check_answer' })
  .optional()
  .transform((text, ctx) => {
    const typed = typedText(text ?? '')
    if (typed === '') return undefined
    const digits = /^(\d{1,5})(?:[.,](\d{1,4}))? ?(?:%|phần trăm|percent|per cent)?$/iu.exec(typed)
    if (digits !== null) {
      const [, whole = '', part = ''] = digits
      const fraction = part.replace(/0+$/u, '')
      if (Number(whole) <= PERCENT_MAXIMUM) return `${Number(whole)}${fraction === '' ? '' : `.${fraction}`}`
    }
    ctx.addIssue({ code: 'custom', message: 'report.percent_unreadable' })
    return z.NEVER
  })
