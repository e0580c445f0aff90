import 'server-only'
import { closedMinutesAfter } from '@/lib/domain/slowing'
import { newId } from '@/lib/platform/ids'
import { unwrapKey, wrapKey } from '@/lib/sealing/key-wrap'
import { pendingSecret } from '@/lib/sealing/pending-secret'
import type { Scoped } from './within'

type Bytes = Uint8Array<ArrayBuffer>

/** Which second factors somebody has. */
export type FactorKinds = { readonly hasApp: boolean; readonly passkeys: number; readonly codes: number }

export async function countFactors(on: Scoped<'door.look_up'>, staffId: string): Promise<FactorKinds> {
  const [app, passkeys, codes] = [
    await on.db.staffTotp.count({ where: { staffId } }),
    await on.db.staffPasskey.count({ where: { staffId } }),
    await on.db.staffRecoveryCode.count({ where: { staffId, usedAt: null } }),
  ]
  return { hasApp: app > 0, passkeys, codes }
}

/** A code that is tried: how many wrong ones in a row there were before it, and the secret it should be of. */
export type AppTry = { readonly before: number; readonly secret: Uint8Array }

/**
 * Counts a code of somebody's authenticator app as wrong before it is looked at, so that many at once are as many in a row. `closed`:
 * after too many none is looked at; null: there is no app. Throws SealBroken.
 */
export async function countAppTry(
  on: Scoped<'door.look_up'>,
  staffId: string,
  now: Date,
): Promise<AppTry | 'closed' | null> {
  const [row] = await on.db.$queryRaw<{ wrapped_key: Uint8Array; wrong_codes: number; closed_until: Date | null }[]>`
    SELECT wrapped_key, wrong_codes, closed_until FROM staff_totp WHERE staff_id = ${staffId}::uuid FOR UPDATE`
  if (!row) return null
  if (row.closed_until !== null && row.closed_until > now) return 'closed'
  const wrongCodes = row.wrong_codes + 1
  const minutes = closedMinutesAfter(wrongCodes)
  const closedUntil = minutes === 0 ? null : new Date(now.getTime() + minutes * 60_000)
  await on.db.staffTotp.updateMany({ where: { staffId }, data: { wrongCodes, closedUntil } })
  return { before: row.wrong_codes, secret: unwrapKey('totp', staffId, row.wrapped_key) }
}

/** After a right code, or another second factor: those before it do not count any more. */
export async function forgiveAppTries(on: Scoped<'door.look_up'>, staffId: string): Promise<void> {
  await on.db.staffTotp.updateMany({ where: { staffId }, data: { wrongCodes: 0, closedUntil: null } })
}

/** The secret of somebody's authenticator app; null when there is none. Throws SealBroken. */
export async function findAppSecret(on: Scoped<'door.look_up'>, staffId: string): Promise<Uint8Array | null> {
  const row = await on.db.staffTotp.findUnique({ where: { staffId }, select: { wrappedKey: true } })
  return row && unwrapKey('totp', staffId, row.wrappedKey)
}

/** The secret that this session shows for a new authenticator app: the same until one is confirmed. */
export async function pendingAppSecret(on: Scoped<'door.look_up'>, sessionId: string, staffId: string): Promise<Bytes> {
  const row = await on.db.staffTotp.findUnique({ where: { staffId }, select: { confirmedAt: true } })
  return pendingSecret(sessionId, row?.confirmedAt.toISOString() ?? '')
}

/** Keeps the secret of an authenticator app, sealed, in the place of an earlier one. `step`: of the code that proved it. */
export async function saveAppSecret(
  on: Scoped<'door.look_up'>,
  staffId: string,
  secret: Uint8Array,
  step: number | null,
  now: Date,
): Promise<void> {
  const kept = {
    ...wrapKey('totp', staffId, secret),
    lastStep: step,
    wrongCodes: 0,
    closedUntil: null,
    confirmedAt: now,
  }
  await on.db.staffTotp.upsert({
    where: { staffId },
    create: { staffId, ...kept },
    update: kept,
    select: { staffId: true },
  })
}

/** Uses a time step up; false when it, or a later one, was used before. */
export async function useAppStep(on: Scoped<'door.look_up'>, staffId: string, step: number): Promise<boolean> {
  const { count } = await on.db.staffTotp.updateMany({
    where: { staffId, OR: [{ lastStep: null }, { lastStep: { lt: step } }] },
    data: { lastStep: step },
  })
  return count === 1
}

/** The salt of somebody's recovery codes; null when there are none. */
export async function findRecoverySalt(on: Scoped<'door.look_up'>, staffId: string): Promise<Uint8Array | null> {
  const row = await on.db.staffRecoveryCode.findFirst({ where: { staffId }, select: { salt: true } })
  return row?.salt ?? null
}

/** Uses one recovery code up; false when nobody has it or it was used. */
export async function useRecoveryCode(
  on: Scoped<'door.look_up'>,
  staffId: string,
  codeHash: Bytes,
  now: Date,
): Promise<boolean> {
  const { count } = await on.db.staffRecoveryCode.updateMany({
    where: { staffId, codeHash, usedAt: null },
    data: { usedAt: now },
  })
  return count === 1
}

/** Puts a new set of recovery codes in the place of the former one. */
export async function replaceRecoveryCodes(
  on: Scoped<'door.look_up'>,
  staffId: string,
  salt: Bytes,
  hashes: readonly Bytes[],
): Promise<void> {
  await on.db.staffRecoveryCode.deleteMany({ where: { staffId } })
  await on.db.staffRecoveryCode.createMany({
    data: hashes.map((codeHash) => ({ id: newId(), staffId, salt, codeHash })),
  })
}

/** A passkey as it is checked. */
export type Passkey = {
  readonly id: string
  readonly credentialId: Bytes
  readonly publicKey: Bytes
  readonly counter: number
  readonly transports: readonly string[]
}

/** A passkey as its person sees it. */
export type NamedPasskey = {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

export async function listPasskeys(on: Scoped<'door.look_up'>, staffId: string): Promise<(Passkey & NamedPasskey)[]> {
  const rows = await on.db.staffPasskey.findMany({ where: { staffId }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] })
  return rows.map((row) => ({ ...row, counter: Number(row.counter) }))
}

export async function insertPasskey(
  on: Scoped<'door.look_up'>,
  staffId: string,
  passkey: Omit<Passkey, 'id'> & { readonly name: string },
  now: Date,
): Promise<void> {
  await on.db.staffPasskey.create({
    data: { ...passkey, transports: [...passkey.transports], id: newId(), staffId, createdAt: now },
    select: { id: true },
  })
}

/** Remembers that a passkey was used; false when its counter went on meanwhile. */
export async function usePasskey(
  on: Scoped<'door.look_up'>,
  passkey: Pick<Passkey, 'id' | 'counter'>,
  counter: number,
  now: Date,
): Promise<boolean> {
  const { count } = await on.db.staffPasskey.updateMany({
    where: { id: passkey.id, counter: passkey.counter },
    data: { counter, lastUsedAt: now },
  })
  return count === 1
}

/** Takes somebody's passkeys for this transaction, so that two removals see each other. */
export async function lockPasskeys(on: Scoped<'door.look_up'>, staffId: string): Promise<void> {
  await on.db.$queryRaw`SELECT id FROM staff_passkey WHERE staff_id = ${staffId}::uuid ORDER BY id FOR UPDATE`
}

/** Removes one passkey of this person; false when there is none. */
export async function deletePasskey(on: Scoped<'door.look_up'>, staffId: string, id: string): Promise<boolean> {
  const { count } = await on.db.staffPasskey.deleteMany({ where: { id, staffId } })
  return count === 1
}

/** When and by whom somebody's second factor was taken away, as long as no new one is there. */
export async function findFactorReset(
  on: Scoped<'door.look_up'>,
  staffId: string,
): Promise<{ readonly by: string; readonly at: Date } | null> {
  const row = await on.db.staffFactorReset.findUnique({ where: { staffId } })
  if (!row) return null
  const by = await on.db.staff.findUnique({ where: { id: row.resetById }, select: { displayName: true } })
  return { by: by?.displayName ?? '', at: row.resetAt }
}

export async function forgetFactorReset(on: Scoped<'door.look_up'>, staffId: string): Promise<void> {
  await on.db.staffFactorReset.deleteMany({ where: { staffId } })
}
