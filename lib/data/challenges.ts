import 'server-only'
import { CHALLENGE_MINUTES, PUZZLES, type Challenge, type Proof, type Weight } from '@/lib/domain/challenge'
import type { FlowName } from '@/lib/domain/flow-limits'
import { challengeId, isSolved, readChallenge, signChallenge } from '@/lib/sealing/challenge'
import type { Scoped } from './within'

/** What a challenge is for, and whose it is, so that it helps nobody else; empty where nobody has anything yet. */
type Purpose = { readonly name: FlowName; readonly boundTo: string }

/** What a proof is worth now: the way is free (`id` to be used up, until when it is remembered), or the challenge again for who comes too early. */
export type Proven =
  | { readonly is: 'solved' | 'waited'; readonly id: Uint8Array<ArrayBuffer>; readonly forgetAt: Date }
  | { readonly is: 'early'; readonly challenge: Challenge }

/** A new challenge. Nothing of it is stored before it is used. */
export function makeChallenge({ name, boundTo }: Purpose, weight: Weight, at: Date): Challenge {
  const readyAt = at.getTime() + weight.seconds * 1_000
  const until = readyAt + CHALLENGE_MINUTES * 60_000
  return { ...weight, ...signChallenge({ name, boundTo, readyAt, until, bits: weight.bits }) }
}

/** What a proof is worth for a purpose; null when it is of something or somebody else, not ours, or past its time. */
export function readProven({ token, solution }: Proof, { name, boundTo }: Purpose, at: Date): Proven | null {
  const signed = readChallenge(token)
  if (!signed || signed.name !== name || signed.boundTo !== boundTo || signed.until <= at.getTime()) return null
  const forgetAt = new Date(signed.until)
  const id = challengeId(signed)
  if (isSolved(signed, solution, PUZZLES)) return { is: 'solved', id, forgetAt }
  if (signed.readyAt <= at.getTime()) return { is: 'waited', id, forgetAt }
  const seconds = Math.ceil((signed.readyAt - at.getTime()) / 1_000)
  return { is: 'early', challenge: { token, seed: signed.seed, bits: signed.bits, seconds } }
}

/** Uses what opens once, such as a challenge; false when it was used before, in whichever process. */
export async function spendChallenge(
  on: Scoped<'door.look_up'>,
  { id, forgetAt }: Pick<Extract<Proven, { is: 'solved' | 'waited' }>, 'id' | 'forgetAt'>,
): Promise<boolean> {
  const spent = await on.db
    .$executeRaw`INSERT INTO spent_challenge (id, forget_at) VALUES (${id}, ${forgetAt}) ON CONFLICT DO NOTHING`
  return spent === 1
}
