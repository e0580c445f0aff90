import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendReading } from '@/lib/data/audit'
import { findCaseFile } from '@/lib/data/case-file'
import { findAssessment } from '@/lib/data/fee-assessments'
import { findOffice } from '@/lib/data/offices'
import { within } from '@/lib/data/within'
import type { CaseFile } from '@/lib/domain/case-file'
import type { StoredAssessment } from '@/lib/domain/fees/ledger/ledger'

/** More of the trail than any case has; what is beyond stays in the trail. */
const EVENTS_MAXIMUM = 5_000

/**
 * A case with the whole of its trail and the verdict on its payments, for its timeline, one of its files or for paper; who opened it
 * for which is written down. Null: no case of this number in the office.
 */
export function readCaseFile(
  grant: Grant<'case.read'>,
  number: string,
  use: 'timeline' | 'evidence' | 'print',
): Promise<{ readonly file: CaseFile; readonly assessment: StoredAssessment | null; readonly office: string } | null> {
  return within(grant, async (on) => {
    const opened = await findCaseFile(on, number, EVENTS_MAXIMUM)
    if (!opened) return null
    const { file } = opened
    const caseId = file.head.id
    const assessment = await findAssessment(on, caseId)
    const office = (await findOffice(on, grant.actor.officeId))?.name ?? ''
    if (use === 'print') await appendReading(on, caseId, 'case.printed')
    else await appendReading(on, caseId, 'case.read', { act: use })
    return { file, assessment, office }
  })
}
