import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findCaseHead } from '@/lib/data/case-page'
import { openPackFile } from '@/lib/data/referral-packs'
import { within } from '@/lib/data/within'

/**
 * One file of a pack; who took it is written down with what it was, by its hash. Null: no such file for this office, or what it
 * was made on (a yes, two people) no longer holds.
 */
export function takePackFile(
  grant: Grant<'case.change_state'>,
  place: { readonly number: string; readonly referralId: string; readonly id: string },
): Promise<{ format: string; language: string; bytes: Uint8Array } | null> {
  return within(grant, async (on) => {
    const head = await findCaseHead(on, place.number)
    const caseSeal = head && (await findCaseSeal(on, head.id))
    if (!head || !caseSeal) return null
    const file = await openPackFile(on, caseSeal, { referralId: place.referralId, id: place.id })
    if (!file) return null
    await appendAudit(on, grant.actor.officeId, 'referral.pack_taken', {
      caseId: head.id,
      detail: { referralId: place.referralId, format: file.format, language: file.language, sha256: file.sha256 },
    })
    return { format: file.format, language: file.language, bytes: file.bytes }
  })
}
