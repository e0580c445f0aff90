import 'server-only'
import type { Permission } from '@/lib/access/policy'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { endOfJapanDay } from '@/lib/domain/case-queue'
import type { ForumFacts } from '@/lib/domain/forums/case-claims'
import type { LegalRule } from '@/lib/domain/forums/legal-rule'
import { limitationsFor, nextLimitation } from '@/lib/domain/forums/limitations-for'
import { loadForumFacts } from './forum-facts'
import { listLegalRules } from './legal-rules'
import { endSubjectDeadline, setSubjectDeadline } from './subject-deadlines'
import type { Scoped } from './within'

/** Lets the clock of a case stand on the next day on which a claim runs out; in the transaction that changed what it depends on. */
export async function refreshLimitationClock(on: Scoped<Permission>, caseId: string, at: Date): Promise<void> {
  const facts = await loadForumFacts(on, caseId)
  const dueAt = limitationDueAt(facts, await listLegalRules(on), at)
  if (dueAt)
    await setSubjectDeadline(
      on,
      caseId,
      {
        kind: 'limitation',
        subjectId: caseId,
        ownerKind: 'officer',
        dueAt,
      },
      at,
    )
  else await endSubjectDeadline(on, caseId, 'limitation', caseId, 'cancelled', at)
}

/** The last moment, in Japan, of the next day on which a claim runs out; null when none is running with a known start. */
export function limitationDueAt(facts: ForumFacts, rules: readonly LegalRule[], at: Date): Date | null {
  const endsOn = nextLimitation(limitationsFor(facts, rules, dayInJapan(at)))?.endsOn
  return endsOn ? endOfJapanDay(new Date(`${endsOn}T00:00:00Z`)) : null
}

/** Ends the clock of a case that is closed. */
export function endLimitationClock(on: Scoped<Permission>, caseId: string, at: Date): Promise<void> {
  return endSubjectDeadline(on, caseId, 'limitation', caseId, 'cancelled', at)
}
