import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findCaseHead } from '@/lib/data/case-page'
import { loadForumFacts } from '@/lib/data/forum-facts'
import { listLegalRules } from '@/lib/data/legal-rules'
import { within, type Scoped } from '@/lib/data/within'
import { dayInJapan } from '@/lib/domain/calendar/day'
import type { CaseHead } from '@/lib/domain/case-file'
import type { ForumFacts } from '@/lib/domain/forums/case-claims'
import { forumsFor, type Forum } from '@/lib/domain/forums/forums-for'
import { limitationsFor, type Limitation } from '@/lib/domain/forums/limitations-for'
import { now } from '@/lib/platform/clock'

/** The ways a case can be taken further, and the time left for each claim. */
export type CaseForums = {
  readonly head: CaseHead
  readonly facts: ForumFacts
  readonly forums: readonly Forum[]
  readonly limitations: readonly Limitation[]
}

/** Forums and time limits of one case of the office; null when there is no such case. */
export function readForums(grant: Grant<'case.read'>, number: string): Promise<CaseForums | null> {
  return within(grant, async (on) => {
    const head = await findCaseHead(on, number)
    return head && forumsOf(on, head)
  })
}

/** The same for a case that was read already. */
export async function forumsOf(on: Scoped<'case.read'>, head: CaseHead): Promise<CaseForums> {
  const facts = await loadForumFacts(on, head.id)
  const rules = await listLegalRules(on)
  const today = dayInJapan(now())
  return { head, facts, forums: forumsFor(facts, rules, today), limitations: limitationsFor(facts, rules, today) }
}
