import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { linkCaseParty } from '@/lib/data/case-party-links'
import { findCaseHead } from '@/lib/data/case-page'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'

export type PartyLink = {
  readonly number: string
  readonly casePartyId: string
  readonly partyId: string | null
  readonly seen: string | null
}

/** Says which party of the register the worker named, or takes that back. The name as given stays as given. */
export function linkParty(
  grant: Grant<'case.link_party'>,
  link: PartyLink,
): Promise<Result<void, { code: 'not_found' | 'party_gone' | 'changed_meanwhile' }>> {
  return within(grant, async (on) => {
    const head = await findCaseHead(on, link.number)
    if (!head) return err({ code: 'not_found' })
    const outcome = await linkCaseParty(on, head.id, link)
    if (outcome === 'gone') return err({ code: 'party_gone' })
    if (outcome === 'changed') return err({ code: 'changed_meanwhile' })
    const detail = { caseParty: link.casePartyId, party: link.partyId }
    await appendAudit(on, grant.actor.officeId, link.partyId === null ? 'party.unlink' : 'party.link', {
      caseId: head.id,
      detail,
    })
    return ok(undefined)
  })
}
