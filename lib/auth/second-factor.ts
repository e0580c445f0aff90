import 'server-only'
import { setTimeout as wait } from 'node:timers/promises'
import { tellOfAccount } from '@/lib/data/notices'
import {
  countAppTry,
  countFactors,
  findAppSecret,
  findFactorReset,
  findRecoverySalt,
  forgiveAppTries,
  pendingAppSecret,
  saveAppSecret,
  useAppStep,
  useRecoveryCode,
  type FactorKinds,
} from '@/lib/data/second-factors'
import { addWrongProof } from '@/lib/data/staff-credentials'
import { countTry, takeTryBack, tryCountOf } from '@/lib/data/throttle'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { readFactorCode, type FactorCode } from '@/lib/domain/second-factor-code'
import { slowingDelayMs } from '@/lib/domain/slowing'
import { now } from '@/lib/platform/clock'
import { log } from '@/lib/platform/logger'
import { env } from '@/lib/platform/env'
import { codeAt, isSecretOf, stepOfCode } from './app-code'
import { doorGrantForAuth } from './door-grant'
import { hashRecoveryCode } from './recovery-codes'

/** `code_wrong`; `code_used`: a code opens once; `code_tries`: after many wrong ones codes of the app are not looked at for a while. */
export type CodeRefusal = { readonly code: 'code_wrong' | 'code_used' | 'code_tries' }
/** Which kind of second factor was given. */
export type FactorKind = 'app' | 'recovery' | 'passkey'

/** Checks a code of the authenticator app or a recovery code of somebody, and uses it up. Wrong ones slow the next. */
export async function useCode(staffId: string, typed: string): Promise<Result<FactorKind, CodeRefusal>> {
  const given = readFactorCode(typed)
  if (given === null) return err({ code: 'code_wrong' })
  const refusal = given.kind === 'app' ? await useAppCode(staffId, given) : await useOneOfRecovery(staffId, given)
  await within(doorGrantForAuth(), (on) =>
    refusal === null ? forgiveAppTries(on, staffId) : addWrongProof(on, staffId),
  )
  if (refusal !== null) log('warn', { event: 'second_step_refused', code: refusal.code })
  return refusal === null ? ok(given.kind) : err(refusal)
}

async function useAppCode(staffId: string, { code }: FactorCode): Promise<CodeRefusal | null> {
  const grant = doorGrantForAuth()
  const tried = await within(grant, (on) => countAppTry(on, staffId, now()))
  if (tried === 'closed') return { code: 'code_tries' }
  if (tried === null) return { code: 'code_wrong' }
  await wait(slowingDelayMs(tried.before))
  const step = stepOfCode(tried.secret, code, now())
  if (step === null) return { code: 'code_wrong' }
  return (await within(grant, (on) => useAppStep(on, staffId, step))) ? null : { code: 'code_used' }
}

async function useOneOfRecovery(staffId: string, { code }: FactorCode): Promise<CodeRefusal | null> {
  const grant = doorGrantForAuth()
  const tries = tryCountOf('second-factor', staffId, now())
  const { before, salt } = await within(grant, async (on) => ({
    before: await countTry(on, tries),
    salt: await findRecoverySalt(on, staffId),
  }))
  await wait(slowingDelayMs(before))
  if (salt === null) return { code: 'code_wrong' }
  const codeHash = await hashRecoveryCode(code, salt)
  return within(grant, async (on) => {
    if (!(await useRecoveryCode(on, staffId, codeHash, now()))) return { code: 'code_wrong' }
    await takeTryBack(on, tries)
    return null
  })
}

/** The secret that this session shows for a new authenticator app. */
export function pendingApp(sessionId: string, staffId: string): Promise<Uint8Array> {
  return within(doorGrantForAuth(), (on) => pendingAppSecret(on, sessionId, staffId))
}

/** Takes an authenticator app over that knows the secret this session shows: its code proves it. False: the code is not of that secret. */
export async function confirmApp(sessionId: string, staffId: string, typed: string): Promise<boolean> {
  const given = readFactorCode(typed)
  if (given?.kind !== 'app') return false
  return within(doorGrantForAuth(), async (on) => {
    const secret = await pendingAppSecret(on, sessionId, staffId)
    const step = stepOfCode(secret, given.code, now())
    if (step === null) return false
    await saveAppSecret(on, staffId, secret, step, now())
    await tellOfAccount(on, staffId)
    return true
  })
}

/** The code that the authenticator app of this person shows now, where the app is the one of the demonstration, which everybody knows; null otherwise. */
export async function demonstrationCode(staffId: string): Promise<string | null> {
  const known = env().DEMONSTRATION_APP_SECRET
  if (known === undefined) return null
  const secret = await within(doorGrantForAuth(), (on) => findAppSecret(on, staffId))
  return secret && isSecretOf(secret, known) ? codeAt(secret, now()) : null
}

/** Which second factors somebody has. */
export function factorsOf(staffId: string): Promise<FactorKinds> {
  return within(doorGrantForAuth(), (on) => countFactors(on, staffId))
}

/** When and by whom the second factor of somebody was taken away, until there is a new one; null when nobody did. */
export function factorResetOf(staffId: string): Promise<{ readonly by: string; readonly at: Date } | null> {
  return within(doorGrantForAuth(), (on) => findFactorReset(on, staffId))
}
