import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { insertFeeLine } from '@/lib/data/fee-lines'
import { findPayee } from '@/lib/data/ledger-parties'
import type { LedgerError, LineAddition } from '@/lib/domain/fees/ledger/ledger-changes'
import { err, ok, type Result } from '@/lib/domain/result'
import { changeLedger } from './change-ledger'

/** `party_unknown`: the payee is no party of this case. */
export type AddLineError = LedgerError<'party_unknown'>

/** Adds a payment that an officer heard of. It is converted, counted and judged at once. */
export function addLedgerLine(
  grant: Grant<'case.write_fees'>,
  form: LineAddition,
): Promise<Result<void, AddLineError>> {
  return changeLedger<'party_unknown'>(grant, form, 'fee_line.added', async ({ on, caseId, caseSeal, at }) => {
    const line = await findPayee(on, caseId, form.line)
    if (line === null) return err({ code: 'party_unknown' })
    await insertFeeLine(on, caseSeal, {
      line,
      amountAsTyped: form.amountAsTyped,
      requestId: form.requestId,
      addedByKind: 'staff',
      addedById: grant.actor.id,
      createdAt: at,
    })
    return ok({ revisions: [], detail: { category: line.category } })
  })
}
