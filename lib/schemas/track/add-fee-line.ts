import { z } from 'zod'
import type { FeeLineAnswer } from '@/lib/domain/report/answers'
import { FEE_SCREENS } from '@/lib/domain/report/report-steps'
import { FEE_FORMS } from '../report/fee-forms'
import { ownFormShape } from './own-form'

/**
 * A payment told on one page: the questions of all screens of a report's fee line at once, read by the same schemas. Anything
 * may stay open but what makes it a payment: an amount, or what it was for. `today` is 'YYYY-MM-DD'.
 */
export function addFeeLineSchema(today: string) {
  return z.looseObject(ownFormShape).transform(({ requestId, caseId, category, alsoFor, ...told }, context) => {
    // One choice from a list, and for a lump what else it was for.
    const fields = { ...told, category: [category, alsoFor].flat().filter(Boolean) }
    let answer: FeeLineAnswer = {}
    let hasIssue = false
    for (const screen of FEE_SCREENS) {
      const form = FEE_FORMS[screen]
      const parsed = form.schemaOn(today).safeParse(fields)
      if (parsed.success) answer = form.change(answer, parsed.data)
      else hasIssue = true
      for (const issue of parsed.error?.issues ?? [])
        context.issues.push({ ...issue, input: fields } as z.core.$ZodRawIssue)
    }
    const { amountMinor, category: only, lumpCategories } = answer
    if (!hasIssue && amountMinor === undefined && only === undefined && lumpCategories === undefined) {
      context.addIssue({ code: 'custom', path: ['amount'], message: 'track.payment_empty' })
    }
    return { requestId, caseId, answer }
  })
}
