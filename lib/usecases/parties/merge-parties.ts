import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { keepPartyVersion } from '@/lib/data/party-writing'
import { findMerge, mergeRows, undoMergeRows } from '@/lib/data/party-merges'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

export type MergeRequest = {
  readonly requestId: string
  readonly fromId: string
  readonly fromVersion: number
  readonly intoId: string
  readonly intoVersion: number
  readonly reason: string
}
export type MergeRefusal = { readonly code: 'not_found' | 'changed_meanwhile' | 'merge_not_allowed' }

/** Takes one party into another. The form sent twice merges once; a party that changed or was merged meanwhile is not touched. */
export function mergeParties(grant: Grant<'party.write'>, request: MergeRequest): Promise<Result<void, MergeRefusal>> {
  return within(grant, async (on) => {
    const at = now()
    const outcome = await mergeRows(on, request, at)
    if (outcome === 'done') return ok(undefined)
    if (outcome === 'gone') return err({ code: 'not_found' })
    if (outcome === 'changed') return err({ code: 'changed_meanwhile' })
    if (outcome !== 'merged') return err({ code: 'merge_not_allowed' })
    await keepPartyVersion(on, request.intoId, 'merged', at)
    await keepPartyVersion(on, request.fromId, 'merged', at)
    const detail = { merge: request.requestId, from: request.fromId, into: request.intoId }
    await appendAudit(on, on.grant.actor.officeId, 'party.merge', { detail })
    return ok(undefined)
  })
}

export type UndoRefusal = { readonly code: 'not_found' | 'later_merge' }

/** Takes a merge back, exactly; the last one of a party first. */
export function undoMerge(grant: Grant<'party.write'>, mergeId: string): Promise<Result<void, UndoRefusal>> {
  return within(grant, async (on) => {
    const at = now()
    const outcome = await undoMergeRows(on, mergeId, at)
    if (outcome === 'done') return ok(undefined)
    const merge = await findMerge(on, mergeId)
    if (outcome === 'gone' || !merge) return err({ code: 'not_found' })
    if (outcome !== 'undone') return err({ code: 'later_merge' })
    await keepPartyVersion(on, merge.intoId, 'unmerged', at)
    await keepPartyVersion(on, merge.fromId, 'unmerged', at)
    const detail = { merge: mergeId, from: merge.fromId, into: merge.intoId }
    await appendAudit(on, on.grant.actor.officeId, 'party.unmerge', { detail })
    return ok(undefined)
  })
}
