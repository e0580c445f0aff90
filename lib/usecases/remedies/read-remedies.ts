import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findCaseHead } from '@/lib/data/case-page'
import { listEvidence } from '@/lib/data/evidence'
import { listLedgerParties } from '@/lib/data/ledger-parties'
import { caseMoney, listRemedyRecords, type RemedyTotal } from '@/lib/data/remedy-records'
import { within } from '@/lib/data/within'
import type { CaseHead } from '@/lib/domain/case-file'
import type { LedgerParty } from '@/lib/domain/fees/ledger/ledger'
import type { Remedy } from '@/lib/domain/remedies/remedy'
import { recordReading } from '../record-reading'

/** What was claimed, offered, agreed and paid in a case. */
export type RemediesReading = {
  readonly head: CaseHead
  readonly remedies: readonly Remedy[]
  readonly parties: readonly LedgerParty[]
  readonly totals: readonly RemedyTotal[]
  /** Files of the case that can be a receipt. */
  readonly files: readonly { readonly id: string; readonly name: string }[]
}

/** Reads it, and writes down who did. Null: no case of this number in the office, or its words are gone. */
export function readRemedies(grant: Grant<'case.read'>, number: string): Promise<RemediesReading | null> {
  return within(grant, async (on) => {
    const head = await findCaseHead(on, number)
    const caseSeal = head && (await findCaseSeal(on, head.id))
    if (!head || !caseSeal) return null
    const reading = {
      head,
      remedies: await listRemedyRecords(on, caseSeal),
      parties: await listLedgerParties(on, head.id, caseSeal.unseal),
      totals: await caseMoney(on, head.id),
      files: (await listEvidence(on, head.id, caseSeal)).flatMap(({ id, name }) => [
        { id, name: name ?? id.slice(-6) },
      ]),
    }
    await recordReading(on, head.id, 'remedies')
    return reading
  })
}
