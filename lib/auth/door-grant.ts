import 'server-only'
import { grantOpen, type Grant } from '@/lib/access/grant'

/** The door's pass for signing in. Apart from door.ts, which itself asks lib/auth who is signed in. */
export function doorGrantForAuth(): Grant<'door.look_up'> {
  return grantOpen({ kind: 'door' }, 'door.look_up')
}
