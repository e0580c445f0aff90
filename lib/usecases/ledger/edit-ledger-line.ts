import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { updateLine } from '@/lib/data/ledger-lines'
import { findPayee } from '@/lib/data/ledger-parties'
import type { LedgerError, LineCorrection, LineSetAside, ReasonMissing } from '@/lib/domain/fees/ledger/ledger-changes'
import { err, ok, type Result } from '@/lib/domain/result'
import { editLine, isCounted } from './edit-line'

/** `party_unknown`: the payee is no party of this case. */
export type EditLineError = LedgerError<ReasonMissing | LineSetAside | 'party_unknown'>

/** Writes a payment down otherwise; what it was, who changed it and why stay beside it. */
export function editLedgerLine(
  grant: Grant<'case.write_fees'>,
  form: LineCorrection,
): Promise<Result<void, EditLineError>> {
  return editLine<LineSetAside | 'party_unknown'>(grant, form, 'fee_line.changed', async (ledger, before) => {
    if (!isCounted(before)) return err({ code: 'line_set_aside' })
    const line = await findPayee(ledger.on, ledger.caseId, form.line)
    if (line === null) return err({ code: 'party_unknown' })
    const losesOwnRate = await updateLine(ledger.on, ledger.caseSeal, before, line)
    return ok(losesOwnRate ? { detail: { losesOwnRate } } : {})
  })
}
