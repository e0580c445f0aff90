import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { lockOwnCase } from '@/lib/data/own-case'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { endOwnCase } from './end-own-case'

/** `case_gone`: the case was erased. */
export type StopError = { readonly code: 'case_gone' }

/** The worker stops the case. What was told stays until the yes to keep it is taken back too. Stopping twice is once. */
export function stopOwnCase(
  grant: Grant<'own_case.write'>,
  stopping: { readonly wasPressed: boolean | null },
): Promise<Result<void, StopError>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    if (!own) return err({ code: 'case_gone' })
    if (own.state !== 'closed') await endOwnCase(on, own, { wasPressed: stopping.wasPressed, at: now() })
    return ok(undefined)
  })
}
