import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { countMembers, endMember, findGroup, findGroupByForm, insertGroup, insertMembers } from '@/lib/data/case-groups'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findOtherCase } from '@/lib/data/case-links'
import { insertNote } from '@/lib/data/notes'
import type { Scoped } from '@/lib/data/within'
import { GROUP_MOST, type GroupKind } from '@/lib/domain/group-acts'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { allOrNothing } from '../all-or-nothing'

/** A new group with its first cases. `title` is the office's own words for the party or the event. */
export type NewGroup = {
  readonly kind: GroupKind
  readonly title: string
  readonly numbers: readonly string[]
  readonly requestId: string
}
/** Cases that come to a group or leave it, and why. */
export type MemberChange = {
  readonly groupId: string
  readonly numbers: readonly string[]
  readonly reason: string
}

/** `other_missing`: no such case in the office; `group_full`: more cases than a person can look at. */
export type GroupError = { readonly code: 'not_found' | 'other_missing' | 'group_full' }

type On = Scoped<'group.manage'>

/** Makes a group of cases of the office. Sent twice, it is one. Returns its id. */
export function makeGroup(grant: Grant<'group.manage'>, group: NewGroup): Promise<Result<string, GroupError>> {
  return allOrNothing(grant, async (on): Promise<Result<string, GroupError>> => {
    const before = await findGroupByForm(on, group.requestId)
    if (before !== null) return ok(before)
    const groupId = await insertGroup(on, { ...group, madeAt: now() })
    if (groupId === null) {
      // The same form at the same moment was first; the insert waited for it.
      const first = await findGroupByForm(on, group.requestId)
      return first === null ? err({ code: 'not_found' }) : ok(first)
    }
    const added = await add(on, groupId, group.numbers)
    if (!added.ok) return added
    await appendAudit(on, grant.actor.officeId, 'group.made', { detail: { groupId, kind: group.kind } })
    await auditMembers(on, groupId, 'group.case_added', added.value)
    return ok(groupId)
  })
}

/** Puts cases into a group; the reason stays as a note with each of them. */
export function addToGroup(grant: Grant<'group.manage'>, change: MemberChange): Promise<Result<void, GroupError>> {
  return allOrNothing(grant, async (on): Promise<Result<void, GroupError>> => {
    if (!(await findGroup(on, change.groupId))) return err({ code: 'not_found' })
    const added = await add(on, change.groupId, change.numbers)
    if (!added.ok) return added
    for (const caseId of added.value) await noteWhy(on, caseId, change.reason)
    await auditMembers(on, change.groupId, 'group.case_added', added.value)
    return ok(undefined)
  })
}

/** Takes cases out of a group; what was done with them before stays done. They can be put in again. */
export function removeFromGroup(grant: Grant<'group.manage'>, change: MemberChange): Promise<Result<void, GroupError>> {
  return allOrNothing(grant, async (on): Promise<Result<void, GroupError>> => {
    if (!(await findGroup(on, change.groupId))) return err({ code: 'not_found' })
    const removed: string[] = []
    for (const number of change.numbers) {
      const found = await findOtherCase(on, number)
      if (!found) return err({ code: 'other_missing' })
      if (!(await endMember(on, change.groupId, found.id, now()))) continue
      await noteWhy(on, found.id, change.reason)
      removed.push(found.id)
    }
    await auditMembers(on, change.groupId, 'group.case_removed', removed)
    return ok(undefined)
  })
}

async function add(
  on: On,
  groupId: string,
  numbers: readonly string[],
): Promise<Result<readonly string[], GroupError>> {
  const caseIds: string[] = []
  for (const number of new Set(numbers)) {
    const found = await findOtherCase(on, number)
    if (!found) return err({ code: 'other_missing' })
    caseIds.push(found.id)
  }
  const added = await insertMembers(on, groupId, caseIds, now())
  return (await countMembers(on, groupId)) > GROUP_MOST ? err({ code: 'group_full' }) : ok(added)
}

async function noteWhy(on: On, caseId: string, text: string): Promise<void> {
  const caseSeal = await findCaseSeal(on, caseId)
  if (caseSeal) await insertNote(on, caseSeal, { requestId: newId(), kind: 'reason', text, createdAt: now() })
}

async function auditMembers(
  on: On,
  groupId: string,
  action: 'group.case_added' | 'group.case_removed',
  caseIds: readonly string[],
): Promise<void> {
  for (const caseId of caseIds) await appendAudit(on, on.grant.actor.officeId, action, { caseId, detail: { groupId } })
}
