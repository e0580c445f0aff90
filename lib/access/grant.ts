import { kindMay, roleMay, type OpenPermission, type Permission, type StaffPermission, type StaffRole } from './policy'

/** Who a transaction acts for. The same values are set in the database, whose row-level security reads them. */
export type Actor =
  | {
      readonly kind: 'staff'
      readonly id: string
      readonly officeId: string
      readonly role: StaffRole
      readonly displayName: string
      readonly locale: string
    }
  /** A supervisor who opened a case of another office; the database says which one, and until when. */
  | { readonly kind: 'rescuer'; readonly id: string; readonly officeId: string; readonly displayName: string }
  | { readonly kind: 'worker'; readonly caseId: string }
  | { readonly kind: 'reporter'; readonly caseId: string | null }
  /** Who holds the link to one question; the grant carries the hash of its token. */
  | { readonly kind: 'party' }
  | { readonly kind: 'door' }
  | { readonly kind: 'system' }

export type StaffActor = Extract<Actor, { kind: 'staff' }>
export type WorkerActor = Extract<Actor, { kind: 'worker' }>
export type RescueActor = Extract<Actor, { kind: 'rescuer' }>
export type PartyActor = Extract<Actor, { kind: 'party' }>

declare const brand: unique symbol

/**
 * A pass for one permission. Only this file makes one, and only lib/access/door.ts calls it for people; data and use cases
 * ask for it in their signature, so that a forgotten check does not compile. `tokenHash` opens the one draft it belongs to.
 */
export type Grant<P extends Permission> = {
  readonly [brand]: P
  readonly permission: P
  readonly actor: ActorFor<P>
  readonly tokenHash: Uint8Array | null
}

/** The kind of actor that can hold a permission. */
export type ActorFor<P extends Permission> = P extends StaffPermission
  ? StaffActor
  : P extends 'own_case.read' | 'own_case.write'
    ? WorkerActor
    : P extends 'party_request.answer'
      ? PartyActor
      : P extends 'case.rescue'
        ? RescueActor
        : Extract<Actor, { kind: 'reporter' | 'door' | 'system' }>

/** A grant for a member of staff, or null when the role does not hold the permission. */
export function grantStaff<P extends StaffPermission>(
  actor: StaffActor,
  permission: P,
  tokenHash: Uint8Array | null = null,
): Grant<P> | null {
  return roleMay(actor.role, permission) ? make(actor, permission, tokenHash) : null
}

/** A grant for somebody without an account or for the system. Throws when that kind of actor never holds the permission. */
export function grantOpen<P extends OpenPermission>(
  actor: Exclude<Actor, StaffActor>,
  permission: P,
  tokenHash: Uint8Array | null = null,
): Grant<P> {
  if (!kindMay(actor.kind, permission)) throw new TypeError(`${actor.kind} never holds ${permission}`)
  return make(actor, permission, tokenHash)
}

function make<P extends Permission>(actor: Actor, permission: P, tokenHash: Uint8Array | null): Grant<P> {
  return { actor, permission, tokenHash } as unknown as Grant<P>
}
