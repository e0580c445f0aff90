import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { beforeOf, type Before } from '@/lib/data/ledger-revisions'
import { findPlacement, savePlacementRow } from '@/lib/data/placement'
import type { LedgerPlacement } from '@/lib/domain/fees/ledger/ledger'
import type { LedgerError, PlacementEdit, ReasonMissing } from '@/lib/domain/fees/ledger/ledger-changes'
import { err, ok, type Result } from '@/lib/domain/result'
import { changeLedger } from './change-ledger'

export type SavePlacementError = LedgerError<ReasonMissing>

/** Writes down the job. Filling in what was not known needs no reason; changing what was known does. */
export function savePlacement(
  grant: Grant<'case.write_fees'>,
  form: PlacementEdit,
): Promise<Result<void, SavePlacementError>> {
  const { placement, reason } = form
  return changeLedger<ReasonMissing>(grant, form, 'placement.changed', async ({ on, caseId, at }) => {
    const found = await findPlacement(on, caseId)
    if ((found?.placement.version ?? 0) !== form.version) return err({ code: 'changed_meanwhile' })
    const before = found && fieldsOf(found.placement)
    const isCorrection = before !== null && hasChangedKnown(before, fieldsOf(placement))
    if (isCorrection && reason.trim() === '') return err({ code: 'reason_missing' })
    await savePlacementRow(on, caseId, placement, at)
    return ok({
      revisions:
        found && before
          ? [
              {
                subject: 'placement',
                subjectId: found.id,
                change: 'changed',
                before,
                reason: reason.trim() === '' ? null : reason,
              },
            ]
          : [],
      detail: {},
    })
  })
}

function fieldsOf({ toldTotal, ...rest }: Omit<LedgerPlacement, 'version'>): Before {
  return beforeOf({
    ...rest,
    toldTotalMinor: toldTotal?.amountMinor ?? null,
    toldTotalCurrency: toldTotal?.currency ?? null,
  })
}

function hasChangedKnown(before: Before, after: Before): boolean {
  return Object.entries(before).some(([name, value]) => {
    const now = after[name] ?? null
    if (Array.isArray(value)) return value.some((code) => !Array.isArray(now) || !now.includes(code))
    return value !== null && value !== now
  })
}
