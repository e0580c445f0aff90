import 'server-only'
import type { GroupKind } from '@/lib/domain/group-acts'
import { newId } from '@/lib/platform/ids'
import { caseSealFrom, newCaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

/** The grants that see groups. */
export type GroupReader = 'group.manage' | 'case.read' | 'case.write_message' | 'case.write_note'

/** A group by its words; the title is sealed under a key of its own. */
export type GroupName = { readonly id: string; readonly kind: GroupKind; readonly title: string }
/** A group in the list: how many cases are in it, and how many of them are open. */
export type GroupRow = GroupName & { readonly madeAt: Date; readonly cases: number; readonly open: number }

type Stored = {
  readonly id: string
  readonly kind: string
  readonly sealedTitle: Uint8Array
  readonly wrappedKey: Uint8Array
}

const TITLE = 'case_group.sealed_title'
/** An office has dozens of groups; the latest are enough for one page. */
const GROUPS_SHOWN = 200

function nameOf({ id, kind, sealedTitle, wrappedKey }: Stored): GroupName {
  return { id, kind: kind as GroupKind, title: caseSealFrom(id, wrappedKey).unseal(TITLE, id, sealedTitle) }
}

/** The groups of the office that have cases in them, the latest first. */
export async function listGroups(on: Scoped<'group.manage'>): Promise<readonly GroupRow[]> {
  const rows = await on.db.$queryRaw<(Stored & { madeAt: Date; cases: number; open: number })[]>`
    SELECT g.id, g.kind, g.sealed_title AS "sealedTitle", k.wrapped_key AS "wrappedKey", g.made_at AS "madeAt",
      count(*)::int AS cases, (count(*) FILTER (WHERE c.state <> 'closed'))::int AS open
    FROM case_group g JOIN case_group_key k ON k.group_id = g.id
      JOIN case_group_member m ON m.group_id = g.id AND m.removed_at IS NULL JOIN cases c ON c.id = m.case_id
    WHERE g.office_id = ${on.grant.actor.officeId}::uuid
    GROUP BY g.id, k.wrapped_key ORDER BY g.made_at DESC, g.id LIMIT ${GROUPS_SHOWN}`
  return rows.map((row) => ({ ...nameOf(row), madeAt: row.madeAt, cases: row.cases, open: row.open }))
}

/** The groups a case is in now. */
export async function listGroupsOfCase(on: Scoped<GroupReader>, caseId: string): Promise<readonly GroupName[]> {
  const rows = await on.db.caseGroupMember.findMany({
    where: { caseId, removedAt: null },
    select: { group: { select: { id: true, kind: true, sealedTitle: true, key: { select: { wrappedKey: true } } } } },
    orderBy: { addedAt: 'asc' },
  })
  return rows.flatMap(({ group: { key, ...group } }) => (key ? [nameOf({ ...group, wrappedKey: key.wrappedKey })] : []))
}

/** One group of the office; null when there is none that the grant may see. */
export async function findGroup(
  on: Scoped<GroupReader>,
  id: string,
): Promise<(GroupName & { madeAt: Date; madeById: string }) | null> {
  const row = await on.db.caseGroup.findFirst({
    where: { id, officeId: on.grant.actor.officeId },
    select: {
      id: true,
      kind: true,
      sealedTitle: true,
      madeAt: true,
      madeById: true,
      key: { select: { wrappedKey: true } },
    },
  })
  if (!row?.key) return null
  return { ...nameOf({ ...row, wrappedKey: row.key.wrappedKey }), madeAt: row.madeAt, madeById: row.madeById }
}

/** The group that the form of this id made before; null when it made none. */
export async function findGroupByForm(on: Scoped<'group.manage'>, requestId: string): Promise<string | null> {
  return (await on.db.caseGroup.findUnique({ where: { requestId }, select: { id: true } }))?.id ?? null
}

/** Makes an empty group with its key and returns its id; null when the form of this id made one before. */
export async function insertGroup(
  on: Scoped<'group.manage'>,
  group: { kind: GroupKind; title: string; requestId: string; madeAt: Date },
): Promise<string | null> {
  const id = newId()
  const { caseSeal, wrapped } = newCaseSeal(id)
  const { actor } = on.grant
  const { count } = await on.db.caseGroup.createMany({
    data: [
      {
        id,
        officeId: actor.officeId,
        kind: group.kind,
        sealedTitle: caseSeal.seal(TITLE, id, group.title),
        requestId: group.requestId,
        madeById: actor.id,
        madeAt: group.madeAt,
      },
    ],
    skipDuplicates: true,
  })
  if (count === 0) return null
  await on.db.caseGroupKey.createMany({ data: [{ groupId: id, ...wrapped }] })
  return id
}

/** Puts cases into a group; those that are in it stay. Returns the ids of the new ones. */
export async function insertMembers(
  on: Scoped<'group.manage'>,
  groupId: string,
  caseIds: readonly string[],
  addedAt: Date,
): Promise<readonly string[]> {
  const added = []
  for (const caseId of caseIds) {
    const { count } = await on.db.caseGroupMember.createMany({
      data: [{ id: newId(), groupId, caseId, addedById: on.grant.actor.id, addedAt }],
      skipDuplicates: true,
    })
    if (count === 1) added.push(caseId)
  }
  return added
}

/** Takes a case out of a group. False when it was out already. */
export async function endMember(
  on: Scoped<'group.manage'>,
  groupId: string,
  caseId: string,
  removedAt: Date,
): Promise<boolean> {
  const { count } = await on.db.caseGroupMember.updateMany({
    where: { groupId, caseId, removedAt: null },
    data: { removedAt, removedById: on.grant.actor.id },
  })
  return count === 1
}

/** How many cases are in a group now. */
export async function countMembers(on: Scoped<'group.manage'>, groupId: string): Promise<number> {
  return on.db.caseGroupMember.count({ where: { groupId, removedAt: null } })
}
