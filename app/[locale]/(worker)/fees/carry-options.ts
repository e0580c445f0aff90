import { plainAmount } from '@/lib/schemas/fees/check-address'
import { FEE_LINES_MAXIMUM } from '@/lib/schemas/report/fee-forms'

/** How a question goes into a report. `today` is `YYYY-MM-DD`. */
export function carryOptions(today: string) {
  return { today, maximum: FEE_LINES_MAXIMUM, typed: plainAmount }
}
