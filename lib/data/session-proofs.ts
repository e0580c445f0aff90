import 'server-only'
import type { Scoped } from './within'

/** What asks for a proof again takes one of the last minutes. */
export const PROOF_MINUTES = 10

/** When the person of this session last gave the password or a second factor; null when it is not theirs or not open. */
export async function findProof(on: Scoped<'door.look_up'>, sessionId: string, staffId: string): Promise<Date | null> {
  const row = await on.db.staffSession.findFirst({
    where: { id: sessionId, staffId, revokedAt: null, openedAt: { not: null } },
    select: { provedAt: true },
  })
  return row?.provedAt ?? null
}

/** Remembers that the person of an open session proved again who it is. */
export async function markProved(on: Scoped<'door.look_up'>, sessionId: string, now: Date): Promise<void> {
  await on.db.staffSession.updateMany({
    where: { id: sessionId, revokedAt: null, openedAt: { not: null } },
    data: { provedAt: now, challenge: null },
  })
}

/** Remembers what a passkey of this session is to sign. */
export async function setChallenge(
  on: Scoped<'door.look_up'>,
  sessionId: string,
  challenge: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await on.db.staffSession.updateMany({ where: { id: sessionId, revokedAt: null }, data: { challenge } })
}

/** What a passkey was to sign, once: it is gone with this. */
export async function takeChallenge(on: Scoped<'door.look_up'>, sessionId: string): Promise<Uint8Array | null> {
  const rows = await on.db.$queryRaw<{ challenge: Uint8Array | null }[]>`
    WITH before AS (SELECT id, challenge FROM staff_session WHERE id = ${sessionId}::uuid FOR UPDATE)
    UPDATE staff_session s SET challenge = NULL FROM before WHERE s.id = before.id RETURNING before.challenge`
  return rows[0]?.challenge ?? null
}
