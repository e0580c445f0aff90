import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findOwnAssessment } from '@/lib/data/fee-assessments'
import { within } from '@/lib/data/within'
import type { StoredAssessment } from '@/lib/domain/fees/ledger/ledger'

/** The verdict on the worker's own payments that counts now; null while there was nothing to judge. */
export function readOwnVerdict(grant: Grant<'own_case.read'>): Promise<StoredAssessment | null> {
  return within(grant, (on) => findOwnAssessment(on))
}
