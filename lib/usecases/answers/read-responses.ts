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
import { whyNotAsk, type AskRefusal } from '@/lib/domain/answers/may-ask'
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
    const reading = {
      head,
      requests: await listPartyRequests(on, caseSeal),
      parties: await listLedgerParties(on, head.id, caseSeal.unseal),
      quickPartyIds: await findQuickParties(on, head.id),
      refusal: whyNotAsk(await findAskFacts(on, head.id, await listConsents(on, head.id), at), at),
    }
    await recordReading(on, head.id, 'responses')
    return reading
  })
}
