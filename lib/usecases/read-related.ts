import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { listGroupsOfCase, type GroupName } from '@/lib/data/case-groups'
import { listLinks, listSharing, type CaseLink } from '@/lib/data/case-links'
import { findCaseHead } from '@/lib/data/case-page'
import { within, type Scoped } from '@/lib/data/within'
import type { CaseHead } from '@/lib/domain/case-file'
import { bestRelated, type RelatedCandidate } from '@/lib/domain/related-cases'

/** What else the office has that belongs to a case. */
export type RelatedReading = {
  readonly head: CaseHead
  readonly links: readonly CaseLink[]
  readonly candidates: readonly RelatedCandidate[]
  readonly groups: readonly GroupName[]
}

/** Linked cases, the best candidates and the groups of a case; null when the office has none of this number. */
export function readRelated(grant: Grant<'case.read'>, number: string): Promise<RelatedReading | null> {
  return within(grant, async (on) => {
    const head = await findCaseHead(on, number)
    return head && relatedOf(on, head)
  })
}

/** The same for a case that was read already. */
export async function relatedOf(on: Scoped<'case.read'>, head: CaseHead): Promise<RelatedReading> {
  return {
    head,
    links: await listLinks(on, head.id),
    candidates: bestRelated(await listSharing(on, head.id)),
    groups: await listGroupsOfCase(on, head.id),
  }
}
