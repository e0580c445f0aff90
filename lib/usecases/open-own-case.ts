import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { noticeFormerCode, type FormerCode } from '@/lib/data/code-replacements'
import { addWrongTry } from '@/lib/data/throttle'
import { makeChallenge } from '@/lib/data/challenges'
import { countTurn } from '@/lib/data/flow'
import { within } from '@/lib/data/within'
import { deleteWorkerSession, findCaseByCode, insertWorkerSession } from '@/lib/data/worker-sessions'
import { challengeWeight, type Proof } from '@/lib/domain/challenge'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { newToken } from '@/lib/platform/token'
import { slowedTries } from './abuse/slowed-try'
import { useProof, type HeldError } from './abuse/take-turn'

/** `code`: 21 digits whose check digit fits. `network`: where the try comes from; only its hash of the day is kept. */
export type CodeTry = {
  readonly code: string
  readonly network: string
  readonly formerToken: string | undefined
  /** Of a challenge that a full waiting room gave. */
  readonly proof?: Proof | null
}
/**
 * `code_unknown`: no case has this code. `code_replaced`: one had it, until somebody got a new one. `held`: others of this network
 * are waiting already; nothing was looked up, and who does the challenge needs no room to wait in.
 */
export type OpenError =
  | { readonly code: 'code_unknown' }
  | HeldError
  | { readonly code: 'code_replaced'; readonly former: FormerCode }

/** How many tries may wait at once: of one network, so that a dormitory gets its turn, and of all, so that none fills the server. */
export const MAX_WAITING_PER_NETWORK = 40
const MAX_WAITING = 400

const slowed = slowedTries('secret-code', { ofNetwork: MAX_WAITING_PER_NETWORK, inAll: MAX_WAITING })

/**
 * Opens the case that a secret code belongs to and returns the token of a new session. Wrong tries make the next tries of the
 * same network slower, right or wrong alike and before the look-up, so that neither answer nor time tells anything; nobody is
 * locked out.
 */
export async function openOwnCase(grant: Grant<'door.look_up'>, attempt: CodeTry): Promise<Result<string, OpenError>> {
  const asked = {
    name: 'code',
    network: attempt.network,
    boundTo: '',
    isUrgent: false,
    proof: attempt.proof ?? null,
  } as const
  const proven = await useProof(grant, asked)
  if (proven !== 'none' && !proven.ok) return proven
  const { tries, went } = await slowed(grant, attempt.network, proven !== 'none')
  if (!went) return err({ code: 'held', challenge: makeChallenge(asked, challengeWeight(0, 1, false), now()) })
  return within(grant, async (on) => {
    const caseId = await findCaseByCode(on, attempt.code)
    if (!caseId) {
      // Whoever holds the old code may be the worker whose case a stranger got: they are told, and so are supervisors.
      const former = await noticeFormerCode(on, attempt.code, now())
      if (former) return err({ code: 'code_replaced', former })
      await addWrongTry(on, tries)
      await countTurn(on, { name: 'code', network: '', at: now() })
      return err({ code: 'code_unknown' })
    }
    const token = newToken()
    if (attempt.formerToken) await deleteWorkerSession(on, attempt.formerToken)
    await insertWorkerSession(on, token, caseId, now())
    return ok(token)
  })
}
