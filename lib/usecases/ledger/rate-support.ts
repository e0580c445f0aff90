import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { updateLineSupport } from '@/lib/data/ledger-lines'
import type { LedgerError, LineSetAside, ReasonMissing, SupportRating } from '@/lib/domain/fees/ledger/ledger-changes'
import { err, ok, type Result } from '@/lib/domain/result'
import { editLine, isCounted } from './edit-line'

export type RateSupportError = LedgerError<ReasonMissing | LineSetAside>

/** Says how well a payment is supported, and why. */
export function rateSupport(
  grant: Grant<'case.write_fees'>,
  form: SupportRating,
): Promise<Result<void, RateSupportError>> {
  const { level, reason } = form
  return editLine<LineSetAside>(grant, form, 'fee_line.support_rated', async ({ on, caseSeal, at }, line) => {
    if (!isCounted(line)) return err({ code: 'line_set_aside' })
    await updateLineSupport(on, caseSeal, line.id, { level, reason, at })
    return ok({ detail: { level } })
  })
}
