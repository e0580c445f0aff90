import { createHash } from 'node:crypto'

// The chain of an office as this program reads it. Written apart from the database's own function (migration row_level_security), so
// that the one checks the other: SHA-256 over the hash before and the fields with `|` between.

/** One event; hashes in hexadecimal, `at` in microseconds since 1970, `detail` exactly as the database prints it. */
export type AuditEvent = {
  readonly seq: number
  readonly id: string
  readonly at: string
  readonly actorKind: string
  readonly actorId: string | null
  readonly action: string
  readonly caseId: string | null
  readonly detail: string
  readonly prevHash: string
  readonly hash: string
}

/** The end of a chain as it was written down somewhere: its last number (0: none yet) and hash. */
export type Head = { readonly seq: number; readonly hash: string }

/** How far the beginning of a chain was taken away after its time (ADR 053): the last number and hash of what went. */
export type Cut = Head

/** The fields in the order of the file and of the hash. */
export const EVENT_FIELDS = [
  'seq',
  'id',
  'at',
  'actorKind',
  'actorId',
  'action',
  'caseId',
  'detail',
  'prevHash',
  'hash',
] as const satisfies readonly (keyof AuditEvent)[]

/** The hash that an event of an office has after the hash `prevHash`. */
export function hashOf(office: string, event: AuditEvent, seq = event.seq, prevHash = event.prevHash): string {
  const { id, at, actorKind, actorId, action, caseId, detail } = event
  const fields = [office, seq, id, at, actorKind, actorId ?? '-', action, caseId ?? '-', detail]
  return createHash('sha256').update(Buffer.from(prevHash, 'hex')).update(fields.join('|'), 'utf8').digest('hex')
}
