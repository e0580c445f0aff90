import 'server-only'
import type { StaffPermission, StaffRole } from '@/lib/access/policy'
import type { StaffName } from '@/lib/domain/case-file'
import type { Scoped } from './within'

/** Who works on cases in the office and may be given one, by name. */
export async function listCaseworkers(on: Scoped<StaffPermission>): Promise<(StaffName & { role: StaffRole })[]> {
  const rows = await on.db.staff.findMany({
    where: { officeId: on.grant.actor.officeId, isActive: true, role: { in: ['caseworker', 'supervisor'] } },
    select: { id: true, displayName: true, role: true },
    orderBy: { displayName: 'asc' },
  })
  return rows.map((row) => ({ ...row, role: row.role as StaffRole }))
}

/** Somebody of the office who may be given a case; null for anybody else. */
export async function findCaseworker(on: Scoped<StaffPermission>, id: string): Promise<StaffName | null> {
  return on.db.staff.findFirst({
    where: { id, officeId: on.grant.actor.officeId, isActive: true, role: { in: ['caseworker', 'supervisor'] } },
    select: { id: true, displayName: true },
  })
}

/** The names behind ids, also of people who left. Ids of other offices have none. */
export async function findStaffNames(
  on: Scoped<StaffPermission>,
  ids: readonly (string | null)[],
): Promise<(id: string | null) => StaffName | null> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  const rows =
    wanted.length === 0
      ? []
      : await on.db.staff.findMany({ where: { id: { in: wanted } }, select: { id: true, displayName: true } })
  const byId = new Map(rows.map((row) => [row.id, row]))
  return (id) => (id === null ? null : (byId.get(id) ?? null))
}
