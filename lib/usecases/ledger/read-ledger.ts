import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendReading } from '@/lib/data/audit'
import { findLedger } from '@/lib/data/ledger'
import { within } from '@/lib/data/within'
import type { Ledger } from '@/lib/domain/fees/ledger/ledger'

/** The money side of a case, and in the same transaction the event that says who read it. Null: no case of this number in the office. */
export function readLedger(grant: Grant<'case.read'>, number: string): Promise<Ledger | null> {
  return within(grant, async (on) => {
    const ledger = await findLedger(on, number)
    if (!ledger) return null
    await appendReading(on, ledger.head.id, 'case.read', { part: 'fees' })
    return ledger
  })
}
