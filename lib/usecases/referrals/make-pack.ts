import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { loadMoveFacts, lockCase } from '@/lib/data/case-state'
import { listConsents } from '@/lib/data/consents'
import { replacePack } from '@/lib/data/referral-packs'
import { updateReferralPacked } from '@/lib/data/referrals'
import { within } from '@/lib/data/within'
import { move } from '@/lib/domain/case-workflow'
import { vitalItems } from '@/lib/domain/referral/data-items'
import { err, ok, type Result } from '@/lib/domain/result'
import type { MoveErrorCode } from '@/lib/domain/workflow/move-errors'
import { now } from '@/lib/platform/clock'
import { makePackFiles } from './make-pack-files'
import type { PackWords } from './referral-of-move'

/** What the officer adds to make the pack of a referral: the second look at a dangerous body, or that a life is at risk. */
export type PackRequest = {
  readonly number: string
  readonly referralId: string
  readonly words: PackWords
  readonly isVitalInterest?: boolean | undefined
  readonly isDangerousBodyConfirmed?: boolean | undefined
  readonly reason?: string | undefined
}
export type PackError = { readonly code: 'not_found' | 'case_gone' | 'nothing_prepared' | MoveErrorCode }

/**
 * Makes the pack for a body outside, so that it can be handed over by hand. The rules are those of the sending itself: without a
 * yes, or two people, there is no pack. Until it is marked as sent it can be made anew, and a yes taken back destroys it.
 */
export function makePack(grant: Grant<'case.change_state'>, request: PackRequest): Promise<Result<void, PackError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, request.number)
    if (!head) return err({ code: 'not_found' })
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    const at = now()
    const { facts, prepared, consentId } = await loadMoveFacts(on, head.id, at, 'referred')
    if (prepared?.id !== request.referralId || prepared.toOfficeId !== null) return err({ code: 'nothing_prepared' })
    const allowed = move(facts, 'referred', {
      ...request,
      role: grant.actor.role === 'supervisor' ? 'supervisor' : 'caseworker',
      actorId: grant.actor.id,
      at,
    })
    if (!allowed.ok) return err({ code: allowed.error.code })
    const agreed = consentId === null ? vitalItems(prepared.dataItems) : prepared.dataItems
    if (agreed.length === 0) return err({ code: 'data_scope_missing' })
    const consent = (await listConsents(on, head.id)).find(({ id }) => id === consentId)
    const { files } = await makePackFiles(on, caseSeal, {
      referralId: prepared.id,
      purpose: prepared.purpose,
      agreed,
      basis: consentId === null ? 'vital_interest' : 'consent',
      consentUntil: consent?.expiresAt ?? null,
      words: request.words,
      at,
    })
    await replacePack(on, caseSeal, prepared.id, files, at)
    await updateReferralPacked(on, prepared.id, { consentId, dataItems: agreed, packedAt: at })
    await appendAudit(on, grant.actor.officeId, 'referral.pack_made', {
      caseId: head.id,
      detail: {
        referralId: prepared.id,
        recipient: prepared.bodyCode,
        dataItems: agreed,
        consentId,
        sha256: files.map((file) => file.sha256),
      },
    })
    return ok(undefined)
  })
}
