import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import type { StaffRole } from '@/lib/access/policy'
import { newId } from '@/lib/platform/ids'
import type { Scoped } from './within'

/** A member of staff as the administrator of the office sees one. */
export type StaffAccount = {
  readonly id: string
  readonly email: string
  readonly displayName: string
  readonly role: StaffRole
  readonly locale: string
  readonly isActive: boolean
  /** False until the first link was used. */
  readonly hasPassword: boolean
  /** Until when an unused link works; null when there is none. */
  readonly linkExpiresAt: Date | null
  readonly version: number
}

type AccountRow = Omit<StaffAccount, 'role'> & { readonly role: string }

/** Everybody of the office: who is active first, then by name. */
export async function listStaffAccounts(on: Scoped<'staff.manage'>, now: Date): Promise<StaffAccount[]> {
  return accountsWhere(on, now, Prisma.sql`TRUE`)
}

/** One member of the office; null when the office has none with this id. */
export async function findStaffAccount(
  on: Scoped<'staff.manage'>,
  id: string,
  now: Date,
): Promise<StaffAccount | null> {
  const [account] = await accountsWhere(on, now, Prisma.sql`s.id = ${id}::uuid`)
  return account ?? null
}

/**
 * Takes the administrators of the office for this transaction, so that two of them cannot remove each other at once.
 * Returns the ids of those who can sign in.
 */
export async function lockAdministrators(on: Scoped<'staff.manage'>): Promise<ReadonlySet<string>> {
  const { officeId } = on.grant.actor
  const rows = await on.db.$queryRaw<{ id: string; is_active: boolean }[]>`
    SELECT id, is_active FROM staff WHERE office_id = ${officeId}::uuid AND role = 'administrator' ORDER BY id FOR UPDATE`
  const able = await on.db.$queryRaw<{ id: string }[]>`SELECT app.staff_with_password() AS id`
  const withPassword = new Set(able.map(({ id }) => id))
  return new Set(rows.filter(({ id, is_active }) => is_active && withPassword.has(id)).map(({ id }) => id))
}

/** Adds somebody to the office; nobody can sign in with it yet. Throws on an address that is taken (see findUniqueViolation). */
export async function insertStaff(
  on: Scoped<'staff.manage'>,
  person: { email: string; displayName: string; role: StaffRole; locale: string },
  now: Date,
): Promise<string> {
  const id = newId()
  await on.db.staff.create({
    data: { id, officeId: on.grant.actor.officeId, ...person, createdAt: now },
    select: { id: true },
  })
  return id
}

/** Changes somebody whose row is still at `version`; false when somebody else was faster. */
export async function updateStaff(
  on: Scoped<'staff.manage'>,
  id: string,
  version: number,
  change: { role: StaffRole } | { isActive: boolean; disabledAt: Date | null },
): Promise<boolean> {
  const { count } = await on.db.staff.updateMany({
    where: { id, version, officeId: on.grant.actor.officeId },
    data: { ...change, version: { increment: 1 } },
  })
  return count === 1
}

async function accountsWhere(on: Scoped<'staff.manage'>, now: Date, condition: Prisma.Sql): Promise<StaffAccount[]> {
  const rows = await on.db.$queryRaw<AccountRow[]>`
    SELECT s.id, s.email, s.display_name AS "displayName", s.role, s.locale, s.is_active AS "isActive", s.version,
      s.id IN (SELECT app.staff_with_password()) AS "hasPassword",
      (SELECT max(i.expires_at) FROM staff_invitation i WHERE i.staff_id = s.id AND i.accepted_at IS NULL AND i.expires_at > ${now}) AS "linkExpiresAt"
    FROM staff s WHERE s.office_id = ${on.grant.actor.officeId}::uuid AND ${condition}
    ORDER BY s.is_active DESC, lower(s.display_name), s.id`
  return rows.map((row) => ({ ...row, role: row.role as StaffRole }))
}
