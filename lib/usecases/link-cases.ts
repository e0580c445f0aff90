import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { endLink, findOtherCase, insertLink, listLinks, listSharing, wasLinkedByForm } from '@/lib/data/case-links'
import { lockCase } from '@/lib/data/case-state'
import { listReporterWords } from '@/lib/data/group-members'
import { insertNote } from '@/lib/data/notes'
import type { Scoped } from '@/lib/data/within'
import type { CaseHead } from '@/lib/domain/case-file'
import { weighShared, type LinkKind } from '@/lib/domain/related-cases'
import { err, ok, type Result } from '@/lib/domain/result'
import { revealsOthers } from '@/lib/domain/reveals-others'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { allOrNothing } from './all-or-nothing'
import { changeStateWithin, type StateChangeError } from './change-case-state'

/** Two cases that belong together, and why. Of a duplicate the case of `number` is the one told again: it is closed, and the reason goes to its worker. */
export type Linking = {
  readonly number: string
  readonly version: number
  readonly otherNumber: string
  readonly kind: LinkKind
  readonly reason: string
  readonly requestId: string
}

/** `other_missing`: no such case in the office; `same_case`; `is_duplicate`: the other one is closed as a duplicate itself; `reveals_others`: words for the worker that name another case. */
export type LinkRefusal = 'other_missing' | 'same_case' | 'is_duplicate' | 'reveals_others' | 'linked_already'
export type LinkError = {
  readonly code: LinkRefusal | StateChangeError['code']
}

type On = Scoped<'case.change_state'>

/** Links two cases of the office. A related one keeps its course; a duplicate ends, by the rules of the workflow, and keeps its words. */
export function linkCases(grant: Grant<'case.change_state'>, linking: Linking): Promise<Result<void, LinkError>> {
  return allOrNothing(grant, async (on): Promise<Result<void, LinkError>> => {
    const head = await lockCase(on, linking.number)
    if (!head) return err({ code: 'not_found' })
    const { kind, reason, requestId } = linking
    if (await wasLinkedByForm(on, requestId)) return ok(undefined)
    if (kind === 'duplicate') {
      if (head.version !== linking.version) return err({ code: 'changed_meanwhile' })
      const linked = await linkWithin(on, head, { ...linking, toWorker: reason })
      if (!linked.ok) return linked
      const closed = await changeStateWithin(on, {
        number: head.number,
        version: head.version,
        to: 'closed',
        closingCode: 'duplicate_merged',
        reason,
        requestId,
        declared: [],
      })
      return closed.ok ? ok(undefined) : err(closed.error)
    }
    const linked = await linkWithin(on, head, linking)
    if (!linked.ok) return linked
    await noteFor(on, [head.id, linked.value], reason)
    return ok(undefined)
  })
}

/** Writes one link with what the cases share now; a link of another kind between them ends. Returns the id of the other case. */
export async function linkWithin(
  on: On,
  head: Pick<CaseHead, 'id' | 'number'>,
  link: { otherNumber: string; kind: LinkKind; requestId: string; toWorker?: string },
): Promise<Result<string, { readonly code: LinkRefusal }>> {
  const other = await findOtherCase(on, link.otherNumber)
  if (!other) return err({ code: 'other_missing' })
  if (other.id === head.id) return err({ code: 'same_case' })
  if (link.kind === 'duplicate' && other.closingCode === 'duplicate_merged') return err({ code: 'is_duplicate' })
  if (link.toWorker) {
    const others = [other.number, ...(await listReporterWords(on, [other.id]))]
    if (revealsOthers(link.toWorker, head.number, others)) return err({ code: 'reveals_others' })
  }
  const at = now()
  const shared = (await listSharing(on, head.id)).find(({ id }) => id === other.id)
  const before = (await listLinks(on, head.id)).find((one) => one.other.id === other.id)
  if (before && (before.kind === link.kind || before.kind === 'duplicate')) return err({ code: 'linked_already' })
  if (before) await endLink(on, before.id, at)
  const isNew = await insertLink(on, {
    caseId: head.id,
    otherId: other.id,
    kind: link.kind,
    reasons: shared ? weighShared(shared).reasons : (before?.reasons ?? []),
    requestId: link.requestId,
    linkedAt: at,
  })
  if (!isNew) return err({ code: 'linked_already' })
  // Both are changed by it: neither is a case that nobody has worked on.
  for (const [caseId, otherId] of [
    [head.id, other.id],
    [other.id, head.id],
  ] as const)
    await appendAudit(on, on.grant.actor.officeId, 'case.linked', {
      caseId,
      detail: { otherId, kind: link.kind, requestId: link.requestId },
    })
  return ok(other.id)
}

/** Undoing a link, and why. */
export type Unlinking = {
  readonly number: string
  readonly linkId: string
  readonly reason: string
  readonly requestId: string
}

/** Ends a link. A case that was closed as the duplicate is opened again: nothing else held it closed. Ended twice is once. */
export function unlinkCases(grant: Grant<'case.change_state'>, undo: Unlinking): Promise<Result<void, LinkError>> {
  return allOrNothing(grant, async (on): Promise<Result<void, LinkError>> => {
    const head = await lockCase(on, undo.number)
    if (!head) return err({ code: 'not_found' })
    const link = (await listLinks(on, head.id)).find(({ id }) => id === undo.linkId)
    if (!link || !(await endLink(on, link.id, now()))) return ok(undefined)
    await noteFor(on, [head.id, link.other.id], undo.reason)
    if (link.kind === 'duplicate') {
      const told = link.isFrom ? head : await lockCase(on, link.other.number)
      if (told?.closingCode === 'duplicate_merged') {
        const opened = await changeStateWithin(on, {
          number: told.number,
          version: told.version,
          to: 'reopened',
          reopeningReason: 'new_fact',
          reason: undo.reason,
          requestId: newId(),
          declared: [],
        })
        if (!opened.ok) return err(opened.error)
      }
    }
    for (const [caseId, otherId] of [
      [head.id, link.other.id],
      [link.other.id, head.id],
    ] as const)
      await appendAudit(on, grant.actor.officeId, 'case.unlinked', {
        caseId,
        detail: { otherId, kind: link.kind, requestId: undo.requestId },
      })
    return ok(undefined)
  })
}

/** The reason stays with both cases, sealed in each by its own key; a case that cannot be written to any more has none. */
async function noteFor(on: On, caseIds: readonly string[], text: string): Promise<void> {
  for (const caseId of caseIds) {
    const caseSeal = await findCaseSeal(on, caseId)
    if (caseSeal) await insertNote(on, caseSeal, { requestId: newId(), kind: 'reason', text, createdAt: now() })
  }
}
