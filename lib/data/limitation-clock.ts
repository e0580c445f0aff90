import 'server-only'
import type { Permission } from '@/lib/access/policy'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { endOfJapanDay } from '@/lib/domain/case-queue'
import { limitationsFor, nextLimitation } from '@/lib/domain/forums/limitations-for'
import { loadForumFacts } from './forum-facts'
import { listLegalRules } from './legal-rules'
import { endSubjectDeadline, setSubjectDeadline } from './subject-deadlines'
import type { Scoped } from './within'

/** Lets the clock of a case stand on the next day on which a claim runs out; in the transaction that changed what it depends on. */
export async function refreshLimitationClock(on: Scoped<Permission>, caseId: string, at: Date): Promise<void> {
  const facts = await loadForumFacts(on, caseId)
  const next = nextLimitation(limitationsFor(facts, await listLegalRules(on), dayInJapan(at)))
  if (next?.endsOn)
    await setSubjectDeadline(
      on,
      caseId,
      {
        kind: 'limitation',
        subjectId: caseId,
        ownerKind: 'officer',
        // The last moment of that day in Japan.
        dueAt: endOfJapanDay(new Date(`${next.endsOn}T00:00:00Z`)),
      },
      at,
    )
  else await endSubjectDeadline(on, caseId, 'limitation', caseId, 'cancelled', at)
}

/** Ends the clock of a case that is closed. */
export function endLimitationClock(on: Scoped<Permission>, caseId: string, at: Date): Promise<void> {
  return endSubjectDeadline(on, caseId, 'limitation', caseId, 'cancelled', at)
}
