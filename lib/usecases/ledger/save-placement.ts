import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { updateCase } from '@/lib/data/case-state'
import { beforeOf, type Before } from '@/lib/data/ledger-revisions'
import { findPlacement, savePlacementRow } from '@/lib/data/placement'
import type { CaseHead } from '@/lib/domain/case-file'
import { corridorOf } from '@/lib/domain/corridor'
import { DESTINATION_CODES } from '@/lib/domain/countries'
import type { LedgerPlacement } from '@/lib/domain/fees/ledger/ledger'
import type { LedgerError, PlacementEdit, ReasonMissing, WayInput } from '@/lib/domain/fees/ledger/ledger-changes'
import { err, ok, type Result } from '@/lib/domain/result'
import { changeLedger, type OpenLedger } from './change-ledger'

export type SavePlacementError = LedgerError<ReasonMissing>

/**
 * Writes down the job and the way to it. Filling in what was not known needs no reason; changing what was known does. Another
 * way is another version of the case, of which country and scheme are part.
 */
export function savePlacement(
  grant: Grant<'case.write_fees'>,
  form: PlacementEdit,
): Promise<Result<void, SavePlacementError>> {
  const { placement, way, reason } = form
  return changeLedger<ReasonMissing>(grant, form, 'placement.changed', async ({ on, caseId, head, at }) => {
    const found = await findPlacement(on, caseId)
    if ((found?.placement.version ?? 0) !== form.version) return err({ code: 'changed_meanwhile' })
    const waysChanged = way === undefined ? [] : changedOf(head, way)
    const before = { ...(found && fieldsOf(found.placement)), origin: head.origin, scheme: head.scheme }
    const after = { ...before, ...fieldsOf(placement), ...way }
    if (hasChangedKnown(before, after) && reason.trim() === '') return err({ code: 'reason_missing' })
    if (way !== undefined && waysChanged.length > 0 && !(await saveWay(on, head, way)))
      return err({ code: 'changed_meanwhile' })
    const subjectId = await savePlacementRow(on, caseId, placement, at)
    const isNew = found === null && waysChanged.length === 0
    return ok({
      revisions: [
        {
          subject: 'placement',
          subjectId,
          change: isNew ? 'added' : 'changed',
          before: isNew ? fieldsOf(placement) : before,
          reason: reason.trim() === '' ? null : reason,
        },
      ],
      detail: waysChanged.length === 0 ? {} : { case: waysChanged },
    })
  })
}

function changedOf(head: CaseHead, way: WayInput): ('origin' | 'scheme')[] {
  return (['origin', 'scheme'] as const).filter((fact) => head[fact] !== way[fact])
}

function saveWay(on: OpenLedger['on'], head: CaseHead, { origin, scheme }: WayInput): Promise<boolean> {
  const destination = DESTINATION_CODES.find((code) => code === head.destination)
  const corridor = origin === null || destination === undefined ? null : corridorOf(origin, destination)
  return updateCase(on, head.id, head.version, { origin, scheme, corridor })
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
