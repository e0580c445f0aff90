import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { within } from '@/lib/data/within'
import { deleteWorkerSession } from '@/lib/data/worker-sessions'

/** Ends the session of a worker: the token opens nothing any more, whoever still holds it. */
export function leaveOwnCase(grant: Grant<'door.look_up'>, token: string): Promise<void> {
  return within(grant, (on) => deleteWorkerSession(on, token))
}
