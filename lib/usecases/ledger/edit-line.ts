import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findLedgerLine, type OpenedLine } from '@/lib/data/ledger-lines'
import { beforeOf } from '@/lib/data/ledger-revisions'
import type { LedgerRevision } from '@/lib/domain/fees/ledger/ledger'
import type { LedgerError, LineRemoval, ReasonMissing } from '@/lib/domain/fees/ledger/ledger-changes'
import { err, ok, type Result } from '@/lib/domain/result'
import { changeLedger, type Done, type OpenLedger } from './change-ledger'

type LineAction = Exclude<
  Parameters<typeof changeLedger>[2],
  'fee_line.added' | `loan.${string}` | 'wages.changed' | 'placement.changed'
>

const CHANGE: Readonly<Record<LineAction, LedgerRevision['change']>> = {
  'fee_line.changed': 'changed',
  'fee_line.split': 'split',
  'fee_line.removed': 'removed',
  'fee_line.restored': 'restored',
  'fee_line.rate_overridden': 'rate_overridden',
  'fee_line.support_rated': 'support_rated',
}

/** Further lines that were taken out along with it, and what the audit trail says beside the line's id. */
export type LineDone = { readonly removed?: readonly OpenedLine[]; readonly detail?: Done['detail'] }

/**
 * One change of a payment that is there: with a reason, in the version the page showed, and what it was before is kept, also of
 * the lines that `work` took out along with it.
 */
export function editLine<Own extends string = never>(
  grant: Grant<'case.write_fees'>,
  form: LineRemoval,
  action: LineAction,
  work: (ledger: OpenLedger, line: OpenedLine) => Promise<Result<LineDone, LedgerError<Own>>>,
): Promise<Result<void, LedgerError<Own | ReasonMissing>>> {
  return changeLedger<Own | ReasonMissing>(grant, form, action, async (ledger) => {
    const line = await findLedgerLine(ledger.on, ledger.caseSeal, form.lineId)
    if (!line) return err({ code: 'not_found' })
    if (line.version !== form.version) return err({ code: 'changed_meanwhile' })
    if (form.reason.trim() === '') return err({ code: 'reason_missing' })
    const done = await work(ledger, line)
    if (!done.ok) return done
    return ok({
      revisions: [
        revisionOf(line, CHANGE[action], form.reason),
        ...(done.value.removed ?? []).map((gone) => revisionOf(gone, 'removed', form.reason)),
      ],
      detail: { lineId: line.id, ...done.value.detail },
    })
  })
}

function revisionOf(line: OpenedLine, change: LedgerRevision['change'], reason: string): Done['revisions'][number] {
  return { subject: 'fee_line', subjectId: line.id, change, before: beforeOf(line), reason }
}

/** Whether a payment counts: neither removed nor split. */
export function isCounted(line: Pick<OpenedLine, 'removedAt' | 'splitAt'>): boolean {
  return line.removedAt === null && line.splitAt === null
}
