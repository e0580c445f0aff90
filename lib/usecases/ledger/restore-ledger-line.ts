import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { listLedgerLines, setLines, type OpenedLine } from '@/lib/data/ledger-lines'
import type { LedgerError, LineRemoval, ReasonMissing } from '@/lib/domain/fees/ledger/ledger-changes'
import { err, ok, type Result } from '@/lib/domain/result'
import { editLine, isCounted } from './edit-line'

type RestoreRefused = 'split_undone' | 'line_counts'

/** `split_undone`: it was a part of a lump that counts as a whole again, so it would count twice. `line_counts`: nothing to put back. */
export type RestoreLineError = LedgerError<ReasonMissing | RestoreRefused>

/**
 * Puts a payment back: a removed one counts again, and a split one counts as a whole again, its parts and theirs no more.
 * One that counts already is refused.
 */
export function restoreLedgerLine(
  grant: Grant<'case.write_fees'>,
  form: LineRemoval,
): Promise<Result<void, RestoreLineError>> {
  return editLine<RestoreRefused>(grant, form, 'fee_line.restored', async ({ on, caseId, caseSeal, at }, line) => {
    if (isCounted(line)) return err({ code: 'line_counts' })
    const all = await listLedgerLines(on, caseId, caseSeal.unseal)
    if (!isPartOfWhatIsSplit(line, all)) return err({ code: 'split_undone' })
    if (line.removedAt !== null) {
      await setLines(on, [line.id], { removedAt: null })
      return ok({})
    }
    const removed = partsOf(line, all).filter((part) => part.removedAt === null)
    await setLines(on, [line.id], { splitAt: null })
    await setLines(
      on,
      removed.map(({ id }) => id),
      { removedAt: at },
    )
    return ok({ removed })
  })
}

/** A part comes back only while the lump it was made from is still split the same time it was removed from. */
function isPartOfWhatIsSplit(line: OpenedLine, all: readonly OpenedLine[]): boolean {
  if (line.splitFromId === null) return true
  const whole = all.find(({ id }) => id === line.splitFromId)
  if (!whole || whole.splitAt === null || whole.removedAt !== null) return false
  return line.removedAt === null || line.removedAt >= whole.splitAt
}

function partsOf(whole: OpenedLine, all: readonly OpenedLine[]): OpenedLine[] {
  const parts = all.filter(({ splitFromId }) => splitFromId === whole.id)
  return [...parts, ...parts.flatMap((part) => partsOf(part, all))]
}
