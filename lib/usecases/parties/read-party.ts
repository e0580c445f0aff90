import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findParty } from '@/lib/data/parties'
import { countPartyResponses, countReporters, listPartyCases, listPartyFees } from '@/lib/data/party-cases'
import { listMerges, listPartyVersions } from '@/lib/data/party-merges'
import { partyMoney } from '@/lib/data/remedy-records'
import { within, type Scoped } from '@/lib/data/within'
import { sumsOf, type PartyMoney } from '@/lib/domain/parties/party-sums'

/** Everything of a party that its reader may see; null when there is none of this id. That it was opened is written down. */
export function readParty(grant: Grant<'party.read'>, id: string) {
  return within(grant, async (on) => {
    const party = await findParty(on, id)
    if (!party) return null
    const into = party.mergedIntoId === null ? null : await findParty(on, party.mergedIntoId)
    const shown = {
      party,
      into: into && { id: into.id, name: into.name },
      cases: await listPartyCases(on, id),
      money: await moneyOf(on, id),
      responses: await countPartyResponses(on, id),
      reporters: await countReporters(on, id),
      merges: await listMerges(on, id),
      versions: await listPartyVersions(on, id),
    }
    await appendAudit(on, grant.actor.officeId, 'party.read', { detail: { party: id } })
    return shown
  })
}

export type PartyReading = NonNullable<Awaited<ReturnType<typeof readParty>>>

/** Asked of it, agreed and come back: the same sums as on the pages of remedies. */
async function moneyOf(on: Scoped<'party.read'>, id: string): Promise<PartyMoney> {
  const totals = await partyMoney(on, id)
  return {
    fees: await listPartyFees(on, id),
    claimed: sumsOf(totals, ({ claimed, claimedJpy }) => ({ minor: claimed, jpy: claimedJpy })),
    agreed: sumsOf(totals, ({ agreed, agreedJpy }) => ({ minor: agreed, jpy: agreedJpy })),
    repaid: sumsOf(totals, ({ repaid, repaidJpy }) => ({ minor: repaid, jpy: repaidJpy })),
  }
}
