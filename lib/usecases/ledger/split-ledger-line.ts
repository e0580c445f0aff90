import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { insertParts, setLines } from '@/lib/data/ledger-lines'
import { findPayee } from '@/lib/data/ledger-parties'
import type { LedgerError, LineSetAside, LineSplit, ReasonMissing } from '@/lib/domain/fees/ledger/ledger-changes'
import { splitLine, type SplitError, type SplitPart } from '@/lib/domain/fees/ledger/split-line'
import { err, ok, type Result } from '@/lib/domain/result'
import type { OpenLedger } from './change-ledger'
import { editLine, isCounted } from './edit-line'

type SplitRefused = LineSetAside | 'party_unknown' | SplitError['code']

/** `party_unknown`: the payee of a part is no party of this case; the others are those of splitLine. */
export type SplitLineError = LedgerError<ReasonMissing | SplitRefused>

/** Makes one lump into its parts. The lump stays with its words and counts no more; no total changes. */
export function splitLedgerLine(
  grant: Grant<'case.write_fees'>,
  form: LineSplit,
): Promise<Result<void, SplitLineError>> {
  return editLine<SplitRefused>(grant, form, 'fee_line.split', async (ledger, whole) => {
    if (!isCounted(whole)) return err({ code: 'line_set_aside' })
    const found: SplitPart[] = []
    // One after the other: a transaction has one connection.
    for (const part of form.parts) {
      const known = await withPayee(ledger, part)
      if (known === null) return err({ code: 'party_unknown' })
      found.push(known)
    }
    const split = splitLine(whole, found)
    if (!split.ok) return split
    await setLines(ledger.on, [whole.id], { splitAt: ledger.at })
    await insertParts(ledger.on, ledger.caseSeal, whole, split.value)
    return ok({ detail: { parts: split.value.length } })
  })
}

async function withPayee({ on, caseId }: OpenLedger, part: SplitPart): Promise<SplitPart | null> {
  if (part.payee === null) return part
  const { role: payeeRole, name: payeeName, casePartyId } = part.payee
  const to = await findPayee(on, caseId, { payeeRole, payeeName, casePartyId })
  if (to === null) return null
  return { ...part, payee: { role: to.payeeRole ?? payeeRole, name: to.payeeName, casePartyId: to.casePartyId } }
}
