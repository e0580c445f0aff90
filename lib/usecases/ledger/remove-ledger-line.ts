import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { setLines } from '@/lib/data/ledger-lines'
import type { LedgerError, LineRemoval, LineSetAside, ReasonMissing } from '@/lib/domain/fees/ledger/ledger-changes'
import { err, ok, type Result } from '@/lib/domain/result'
import { editLine, isCounted } from './edit-line'

export type RemoveLineError = LedgerError<ReasonMissing | LineSetAside>

/** Takes a payment out of what counts. It stays in the ledger, set aside, and can be put back. */
export function removeLedgerLine(
  grant: Grant<'case.write_fees'>,
  form: LineRemoval,
): Promise<Result<void, RemoveLineError>> {
  return editLine<LineSetAside>(grant, form, 'fee_line.removed', async ({ on, at }, line) => {
    if (!isCounted(line)) return err({ code: 'line_set_aside' })
    await setLines(on, [line.id], { removedAt: at })
    return ok({})
  })
}
