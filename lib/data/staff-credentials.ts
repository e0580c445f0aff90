import 'server-only'
import type { Scoped } from './within'

/** One more wrong password or code since the last sign-in. Does the same work for an address that nobody has. */
export async function addWrongProof(on: Scoped<'door.look_up'>, staffId: string | null): Promise<void> {
  await on.db.$executeRaw`UPDATE staff_credential SET wrong_tries = wrong_tries + 1 WHERE staff_id = ${staffId}::uuid`
}

/** How many wrong passwords and codes there were since the last sign-in; they are forgotten with this. */
export async function takeWrongProofs(on: Scoped<'door.look_up'>, staffId: string): Promise<number> {
  const rows = await on.db.$queryRaw<{ tries: number }[]>`
    WITH before AS (SELECT staff_id, wrong_tries FROM staff_credential WHERE staff_id = ${staffId}::uuid FOR UPDATE)
    UPDATE staff_credential c SET wrong_tries = 0 FROM before WHERE c.staff_id = before.staff_id RETURNING before.wrong_tries AS tries`
  return rows[0]?.tries ?? 0
}

/** The address somebody signs in with. */
export async function findStaffEmail(on: Scoped<'door.look_up'>, staffId: string): Promise<string> {
  const { email } = await on.db.staff.findUniqueOrThrow({ where: { id: staffId }, select: { email: true } })
  return email
}

/** The password hash of somebody; null when there is none. */
export async function findPasswordHash(on: Scoped<'door.look_up'>, staffId: string): Promise<string | null> {
  const row = await on.db.staffCredential.findUnique({ where: { staffId }, select: { passwordHash: true } })
  return row?.passwordHash ?? null
}

/** Whether this is the password hash of somebody still; no other is set before this transaction ends. */
export async function isPasswordStill(on: Scoped<'door.look_up'>, staffId: string, hash: string): Promise<boolean> {
  const rows = await on.db.$queryRaw<{ hash: string }[]>`
    SELECT password_hash AS hash FROM staff_credential WHERE staff_id = ${staffId}::uuid FOR UPDATE`
  return rows[0]?.hash === hash
}

/** Keeps a new hash of the same password, where nobody changed it meanwhile. */
export async function replaceHash(
  on: Scoped<'door.look_up'>,
  staffId: string,
  from: string,
  to: string,
): Promise<void> {
  await on.db.staffCredential.updateMany({ where: { staffId, passwordHash: from }, data: { passwordHash: to } })
}

/** Id and password hash of an active person by e-mail, for the door to check; null when there is none. */
export async function findCredential(
  on: Scoped<'door.look_up'>,
  email: string,
): Promise<{ staffId: string; passwordHash: string } | null> {
  const row = await on.db.staff.findUnique({
    where: { email: email.trim().toLowerCase() },
    select: { id: true, isActive: true, credential: { select: { passwordHash: true } } },
  })
  return row?.isActive && row.credential ? { staffId: row.id, passwordHash: row.credential.passwordHash } : null
}

/** Sets or replaces a person's password. */
export async function saveCredential(
  on: Scoped<'door.look_up'>,
  staffId: string,
  passwordHash: string,
  now: Date,
): Promise<void> {
  await on.db.staffCredential.upsert({
    where: { staffId },
    create: { staffId, passwordHash, changedAt: now },
    update: { passwordHash, changedAt: now, wrongTries: 0 },
    select: { staffId: true },
  })
}
