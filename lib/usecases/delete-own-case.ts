import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { listToldHolds } from '@/lib/data/case-holds'
import { listConsents, updateConsentWithdrawn } from '@/lib/data/consents'
import { lockOwnCase, updateOwnCase } from '@/lib/data/own-case'
import { listOwnSendings } from '@/lib/data/own-sendings'
import { within } from '@/lib/data/within'
import { isConsentValid } from '@/lib/domain/consents'
import { eraseDayAfter } from '@/lib/domain/erasing'
import { heldUntil } from '@/lib/domain/retention/holds'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { endOwnCase } from './end-own-case'

/** `wasPressed`: the answer to whether somebody makes the worker do it; null when left open. */
export type OwnDeletion = { readonly wasPressed: boolean | null }
/** `case_gone`: the case was erased. */
export type OwnDeletionError = { readonly code: 'case_gone' }

/**
 * The worker wants everything deleted: every yes is taken back, the case ends, is counted no more and gets the day of its
 * erasing, later when another office still has it. A worker who is made to do it keeps a protective watch instead. Twice is once.
 */
export function deleteOwnCase(
  grant: Grant<'own_case.write'>,
  deletion: OwnDeletion,
): Promise<Result<void, OwnDeletionError>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    if (!own) return err({ code: 'case_gone' })
    const at = now()
    const held = (await listConsents(on, own.id)).filter((consent) => isConsentValid(consent, at))
    for (const { id } of held) await updateConsentWithdrawn(on, own.id, id, at)
    if (own.state === 'closed' && own.eraseDueAt !== null && held.length === 0) return ok(undefined)
    if (held.some(({ kind }) => kind === 'statistics')) await updateOwnCase(on, own, { inStatistics: false }, at)
    await endOwnCase(on, own, {
      wasPressed: deletion.wasPressed,
      eraseDueAt: eraseDayAfter(at, await listOwnSendings(on), heldUntil(await listToldHolds(on, own.id), at)),
      at,
    })
    await appendAudit(on, own.office.id, 'case.deletion_asked', { caseId: own.id, detail: { taken: held.length } })
    return ok(undefined)
  })
}
