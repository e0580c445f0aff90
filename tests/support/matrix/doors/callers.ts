import { doorGrant } from '@/lib/access/door'
import { writeSession } from '@/lib/auth/session'
import { insertWorkerSession } from '@/lib/data/worker-sessions'
import { within } from '@/lib/data/within'
import { newToken } from '@/lib/platform/token'
import { beginSession, openSession } from '../../staff-accounts'
import { jar } from './jar'
import { caseId, leaderId, officerId, type Relation, type World } from '../people'

// Who comes to a door, with what a browser carries. What they are is said of the first world, whose things every door is asked for.

/** `own`: the world of the case that a worker came back to. */
export type Caller = { readonly is: Relation; readonly own?: World; readonly enter: () => Promise<void> }

const staff = (is: Relation, id: string): Caller => ({
  is,
  enter: async () => writeSession(await openSession(id)),
})

const worker = (is: Relation, world: World): Caller => ({
  is,
  own: world,
  enter: async () => {
    const token = newToken()
    await within(doorGrant(), (on) => insertWorkerSession(on, token, caseId(world), new Date()))
    jar.set('track', token)
  },
})

/** Everybody, first who is not signed in; last those whose calls may change what the others must not. */
export const CALLERS: readonly Caller[] = [
  { is: 'nobody', enter: async () => undefined },
  // Who knows the officer's password and nothing else is nobody, but for the second step.
  { is: 'nobody', enter: async () => writeSession(await beginSession(officerId(1))) },
  worker('other_worker', 2),
  worker('other_worker', 3),
  staff('far_officer', officerId(3)),
  staff('far_supervisor', leaderId('supervisor', 3)),
  staff('far_administrator', leaderId('administrator', 3)),
  staff('administrator', leaderId('administrator', 1)),
  staff('colleague', officerId(2)),
  staff('supervisor', leaderId('supervisor', 1)),
  staff('officer', officerId(1)),
  // Deletes the case, among others.
  worker('worker', 1),
]
