import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findAskFacts } from '@/lib/data/asking-facts'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findCaseHead } from '@/lib/data/case-page'
import { listConsents } from '@/lib/data/consents'
import { findQuickParties } from '@/lib/data/quick-parties'
import { listLedgerParties } from '@/lib/data/ledger-parties'
import { listPartyRequests, type PartyRequest } from '@/lib/data/party-requests'
import { within } from '@/lib/data/within'
import { allowedItems, ownYesFor } from '@/lib/domain/answers/allowed'
import { whyNotAsk, type AskRefusal } from '@/lib/domain/answers/may-ask'
import type { SharedItem } from '@/lib/domain/answers/request'
import type { CaseHead } from '@/lib/domain/case-file'
import type { LedgerParty } from '@/lib/domain/fees/ledger/ledger'
import { now } from '@/lib/platform/clock'
import { recordReading } from '../record-reading'

/** The questions to parties of a case, and what another one needs. */
export type ResponsesReading = {
  readonly head: CaseHead
  readonly requests: readonly PartyRequest[]
  readonly parties: readonly LedgerParty[]
  /** Parties of the case that promised to act quickly, by id. */
  readonly quickPartyIds: readonly string[]
  /** What the worker allowed on the own page to be told beside the matter, by party; a party without its yes is not here. */
  readonly ownYeses: readonly { readonly casePartyId: string; readonly items: readonly SharedItem[] }[]
  /** Why no party may be asked now; null when one may. */
  readonly refusal: AskRefusal | null
}

/** Reads them, and writes down who did. Null: no case of this number in the office, or its words are gone. */
export function readResponses(grant: Grant<'case.read'>, number: string): Promise<ResponsesReading | null> {
  return within(grant, async (on) => {
    const head = await findCaseHead(on, number)
    const caseSeal = head && (await findCaseSeal(on, head.id))
    if (!head || !caseSeal) return null
    const at = now()
    const consents = await listConsents(on, head.id)
    const parties = await listLedgerParties(on, head.id, caseSeal.unseal)
    const reading = {
      head,
      requests: await listPartyRequests(on, caseSeal),
      parties,
      ownYeses: parties.flatMap(({ id }) => {
        const yes = ownYesFor(consents, id, at)
        return yes === null ? [] : [{ casePartyId: id, items: allowedItems(yes) }]
      }),
      quickPartyIds: await findQuickParties(on, head.id),
      refusal: whyNotAsk(await findAskFacts(on, head.id, consents, at), at),
    }
    await recordReading(on, head.id, 'responses')
    return reading
  })
}
