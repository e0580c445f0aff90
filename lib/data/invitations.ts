import 'server-only'
import type { StaffRole } from '@/lib/access/policy'
import { newId } from '@/lib/platform/ids'
import { hashToken, isToken, newToken } from '@/lib/platform/token'
import type { Scoped } from './within'

/** A link to set a password works this long. */
export const INVITATION_DAYS = 7

/** Whom an open link is for. */
export type OpenInvitation = {
  readonly id: string
  readonly staffId: string
  readonly officeId: string
  readonly officeName: string
  readonly displayName: string
  readonly email: string
  readonly role: StaffRole
}

/** Makes a link for somebody of the office and ends the earlier ones; returns its token, which is kept nowhere. */
export async function insertInvitation(
  on: Scoped<'staff.manage'>,
  staffId: string,
  now: Date,
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + INVITATION_DAYS * 86_400_000)
  await endOpenInvitations(on, staffId, now)
  await on.db.staffInvitation.create({
    data: {
      id: newId(),
      staffId,
      officeId: on.grant.actor.officeId,
      tokenHash: hashToken(token),
      expiresAt,
      createdAt: now,
    },
    select: { id: true },
  })
  return { token, expiresAt }
}

/** Ends the unused links of a person. */
export async function endOpenInvitations(
  on: Scoped<'staff.manage' | 'door.look_up'>,
  staffId: string,
  now: Date,
): Promise<void> {
  await on.db.staffInvitation.updateMany({
    where: { staffId, acceptedAt: null, expiresAt: { gt: now } },
    data: { expiresAt: now },
  })
}

/** Whom this link is for; null when it is unknown, used, over, or the person was disabled. */
export async function findOpenInvitation(
  on: Scoped<'door.look_up'>,
  token: string,
  now: Date,
): Promise<OpenInvitation | null> {
  if (!isToken(token)) return null
  const row = await on.db.staffInvitation.findUnique({
    where: { tokenHash: hashToken(token) },
    include: { staff: { include: { office: { select: { name: true } } } } },
  })
  if (!row || row.acceptedAt || row.expiresAt <= now || !row.staff.isActive) return null
  const { staff } = row
  return {
    id: row.id,
    staffId: staff.id,
    officeId: staff.officeId,
    officeName: staff.office.name,
    displayName: staff.displayName,
    email: staff.email,
    role: staff.role as StaffRole,
  }
}

/** Uses a link up; false when it was used in the meantime. */
export async function markInvitationAccepted(on: Scoped<'door.look_up'>, id: string, now: Date): Promise<boolean> {
  const { count } = await on.db.staffInvitation.updateMany({
    where: { id, acceptedAt: null, expiresAt: { gt: now } },
    data: { acceptedAt: now },
  })
  return count === 1
}
