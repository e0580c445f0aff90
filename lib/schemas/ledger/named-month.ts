import type { z } from 'zod'
import { readMonth } from '../report/month-input'
import type { Fields } from './sums'

/** The names of the fields of one month of several in a form. */
export function monthNamesOf<const N extends string>(name: N) {
  return { month: `${name}_month`, year: `${name}_year`, meant: `${name}_meant` } as const
}

/**
 * Reads a whole month, `YYYY-MM`; both fields empty is not known, a year alone is asked back. `latest` is 'YYYY-MM-DD'. Adds its
 * issues to `ctx` at the field they belong to.
 */
export function readNamedMonth(fields: Fields, name: string, latest: string, ctx: z.RefinementCtx): string | null {
  const names = monthNamesOf(name)
  const text = (field: string) => (typeof fields[field] === 'string' ? fields[field] : '')
  const atField: z.RefinementCtx = {
    ...ctx,
    addIssue: (issue) =>
      ctx.addIssue(
        typeof issue === 'object'
          ? { ...issue, path: [issue.path?.[0] === 'month' ? names.month : names.year] }
          : issue,
      ),
  }
  const typed = { month: text(names.month), year: text(names.year), meantMonth: text(names.meant) }
  const read = readMonth(typed, latest, atField)
  if (read?.length === 4) ctx.addIssue({ code: 'custom', path: [names.month], message: 'errors.month_required' })
  return read?.length === 7 ? read : null
}

/** The fields of a month filled with what is known. */
export function namedMonthFieldsOf(name: string, month: string | null): Record<string, string> {
  const names = monthNamesOf(name)
  const [year = '', number = ''] = (month ?? '').split('-')
  return { [names.month]: number === '' ? '' : String(Number(number)), [names.year]: year }
}
