import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { makeChallenge, readProven, spendChallenge } from '@/lib/data/challenges'
import { countLetThrough, countTurn } from '@/lib/data/flow'
import { within } from '@/lib/data/within'
import { challengeWeight, type Challenge, type Proof } from '@/lib/domain/challenge'
import { FLOW_LIMITS } from '@/lib/domain/flow-limits'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** `held`: there are too many at once; with the challenge done or waited out the same thing goes through. */
export type HeldError = { readonly code: 'held'; readonly challenge: Challenge }

/** For what, from where (empty where networks cannot be told apart), and whose challenge it is, so that it helps nobody else. */
export type AskedTurn = {
  readonly name: 'draft' | 'report' | 'code'
  readonly network: string
  readonly boundTo: string
  readonly isUrgent: boolean
  readonly proof: Proof | null
}

/**
 * Lets somebody do something, or says what has to be done first. Nobody is refused: beyond a limit the browser works for some
 * seconds, or, without scripts, the person waits and presses again; a life in danger waits the least. A challenge is good for one
 * thing, of whom it was given to, once, in whichever process.
 */
export async function takeTurn(door: Grant<'door.look_up'>, asked: AskedTurn): Promise<Result<null, HeldError>> {
  const at = now()
  const proven = await useProof(door, asked)
  if (proven !== 'none') return proven
  const { went, held } = await within(door, (on) => countTurn(on, { ...asked, at }))
  if (went) return ok(null)
  const weight = challengeWeight(held, FLOW_LIMITS[asked.name].whole, asked.isUrgent)
  return err({ code: 'held', challenge: makeChallenge(asked, weight, at) })
}

/** What the proof is good for: the way is free, or the same challenge again for who comes too early; `none`: nothing. */
export async function useProof(
  door: Grant<'door.look_up'>,
  asked: AskedTurn,
): Promise<Result<null, HeldError> | 'none'> {
  const at = now()
  const proven = asked.proof && readProven(asked.proof, asked, at)
  if (!proven) return 'none'
  if (proven.is === 'early') return err({ code: 'held', challenge: proven.challenge })
  return within(door, async (on) => {
    if (!(await spendChallenge(on, proven))) return 'none'
    await countLetThrough(on, { ...asked, at }, proven.is)
    return ok(null)
  })
}
