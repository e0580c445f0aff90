import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findGroup, listGroups, type GroupName, type GroupRow } from '@/lib/data/case-groups'
import { findGroupAct, listGroupActs, type GroupAct } from '@/lib/data/group-acts'
import { listMembers, listSharedParties, type GroupMember, type SharedParty } from '@/lib/data/group-members'
import { findStaffNames } from '@/lib/data/staff'
import { within } from '@/lib/data/within'
import type { StaffName } from '@/lib/domain/case-file'
import { now } from '@/lib/platform/clock'

/** A group as its page shows it. */
export type GroupReading = {
  readonly group: GroupName & { readonly madeAt: Date; readonly madeBy: StaffName | null }
  readonly members: readonly GroupMember[]
  readonly parties: readonly SharedParty[]
  readonly acts: readonly {
    readonly id: string
    readonly kind: string
    readonly by: StaffName | null
    readonly actedAt: Date
  }[]
}

/** The groups of the office. */
export function readGroups(grant: Grant<'group.manage'>): Promise<readonly GroupRow[]> {
  return within(grant, listGroups)
}

/** One group with its cases; who looked is written down. Null: none of this id in the office. */
export function readGroup(grant: Grant<'group.manage'>, id: string): Promise<GroupReading | null> {
  return within(grant, async (on) => {
    const group = await findGroup(on, id)
    if (!group) return null
    const acts = await listGroupActs(on, id)
    const nameOf = await findStaffNames(on, [group.madeById, ...acts.map(({ actedById }) => actedById)])
    const reading = {
      group: { ...group, madeBy: nameOf(group.madeById) },
      members: await listMembers(on, id, now()),
      parties: await listSharedParties(on, id),
      acts: acts.map(({ actedById, ...act }) => ({ ...act, by: nameOf(actedById) })),
    }
    await appendAudit(on, grant.actor.officeId, 'group.read', { detail: { groupId: id } })
    return reading
  })
}

/** What came of one act on a group. */
export function readGroupAct(
  grant: Grant<'group.manage'>,
  groupId: string,
  actId: string,
): Promise<{ group: GroupName; act: GroupAct } | null> {
  return within(grant, async (on) => {
    const group = await findGroup(on, groupId)
    const act = group && (await findGroupAct(on, groupId, actId))
    return group && act ? { group, act } : null
  })
}
