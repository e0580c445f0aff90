import 'server-only'
import type { Grant } from '@/lib/access/grant'
import type { Permission } from '@/lib/access/policy'
import { within, type Scoped } from '@/lib/data/within'
import { err, type Result } from '@/lib/domain/result'

/** Carries a refusal out of a transaction that has written already. */
class Undone extends Error {
  constructor(readonly refusal: unknown) {
    super('undone')
  }
}

/** A transaction of several steps: a refusal of any of them takes back what the earlier ones wrote. */
export async function allOrNothing<P extends Permission, T, E>(
  grant: Grant<P>,
  work: (on: Scoped<P>) => Promise<Result<T, E>>,
): Promise<Result<T, E>> {
  try {
    return await within(grant, async (on) => {
      const done = await work(on)
      if (!done.ok) throw new Undone(done.error)
      return done
    })
  } catch (error) {
    if (error instanceof Undone) return err(error.refusal as E)
    throw error
  }
}
