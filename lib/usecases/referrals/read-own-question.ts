import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { findCaseSeal } from '@/lib/data/case-keys'
import { listOpenRequests, type ConsentRequest } from '@/lib/data/consent-requests'
import { listEvidence } from '@/lib/data/evidence'
import { findOffice } from '@/lib/data/offices'
import { within } from '@/lib/data/within'
import { officeOfRecipient } from '@/lib/domain/referral/recipient'

/** A question that waits for the worker's answer, with the names it needs. Null: none of this id waits. */
export function readOwnQuestion(
  grant: Grant<'own_case.read'>,
  id: string,
): Promise<{
  asked: ConsentRequest
  officeName: string | null
  files: readonly { id: string; name: string }[]
  caseId: string
} | null> {
  const { caseId } = grant.actor
  return within(grant, async (on) => {
    const asked = (await listOpenRequests(on, caseId)).find((one) => one.id === id)
    if (!asked) return null
    const office = officeOfRecipient(asked.recipientBody)
    const files = await listEvidence(on, caseId, await findCaseSeal(on, caseId))
    return {
      asked,
      caseId,
      officeName: office === null ? null : ((await findOffice(on, office))?.name ?? null),
      files: files.map((file) => ({ id: file.id, name: file.name ?? `${file.kind}.${file.format}` })),
    }
  })
}
