import 'server-only'
import { isOfDomain } from '@/lib/domain/office-sign-in'
import type { OpenProvider } from './identity-providers'
import type { Scoped } from './within'

/** Who somebody is at a provider. */
export type Identity = { readonly providerId: string; readonly issuer: string; readonly subject: string }

/**
 * Whom a provider means: an active person of its office, linked before, whose address is of a domain that the office still allows.
 * Null for anybody else.
 */
export async function findIdentified(
  on: Scoped<'door.look_up'>,
  { id: providerId, issuer, officeId, domains }: OpenProvider,
  subject: string,
): Promise<{ readonly staffId: string } | null> {
  const row = await on.db.staffIdentity.findUnique({
    where: { providerId_issuer_subject: { providerId, issuer, subject } },
    select: { staff: { select: { id: true, officeId: true, email: true, isActive: true } } },
  })
  if (!row?.staff.isActive || row.staff.officeId !== officeId || !isOfDomain(row.staff.email, domains)) return null
  return { staffId: row.staff.id }
}

/** Links somebody with who they are at the provider, in the place of who they were there. False: somebody else is that one. */
export async function linkIdentity(
  on: Scoped<'door.look_up'>,
  staffId: string,
  { providerId, issuer, subject }: Identity,
  now: Date,
): Promise<boolean> {
  await on.db.staffIdentity.deleteMany({ where: { staffId } })
  const linked = await on.db.$executeRaw`
    INSERT INTO staff_identity (staff_id, provider_id, issuer, subject, linked_at)
    VALUES (${staffId}::uuid, ${providerId}::uuid, ${issuer}, ${subject}, ${now}) ON CONFLICT DO NOTHING`
  return linked === 1
}

/** Since when the account of the office opens this one; null when it does not. */
export async function findLinkedAt(on: Scoped<'door.look_up'>, staffId: string): Promise<Date | null> {
  const row = await on.db.staffIdentity.findUnique({ where: { staffId }, select: { linkedAt: true } })
  return row?.linkedAt ?? null
}

/** Takes the link of somebody away; false when there is none. */
export async function unlinkIdentity(on: Scoped<'door.look_up'>, staffId: string): Promise<boolean> {
  const { count } = await on.db.staffIdentity.deleteMany({ where: { staffId } })
  return count === 1
}
