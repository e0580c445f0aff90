import 'server-only'
import type { Grant } from '@/lib/access/grant'

/** Whose account, the door's pass to it, and the session that asks. */
export type OwnAccount = {
  readonly grant: Grant<'session.own'>
  readonly door: Grant<'door.look_up'>
  readonly sessionId: string
}
