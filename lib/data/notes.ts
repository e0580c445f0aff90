import 'server-only'
import { newId } from '@/lib/platform/ids'
import type { CaseSeal } from '@/lib/sealing/case-seal'
import type { Scoped } from './within'

/** `note` is what colleagues write to each other; `reason` says why a state or a severity was changed. */
export type NoteKind = 'note' | 'reason'

/** A note to store; `requestId` is the one of the form it was written in. */
export type NewNote = {
  readonly requestId: string
  readonly kind: NoteKind
  readonly text: string
  readonly createdAt: Date
}

/** The grants that write a note. */
export type NoteWriter =
  | 'case.write_note'
  | 'case.hand_over'
  | 'case.write_remedies'
  | 'case.ask_party'
  | 'case.change_state'
  | 'case.change_severity'
  | 'group.manage'

const BODY = 'note.sealed_body'

/** The notes of a case, the latest first. */
export async function listNotes(
  on: Scoped<'case.read'>,
  caseId: string,
  open: (column: string, row: string, sealed: Uint8Array) => string,
) {
  const rows = await on.db.note.findMany({ where: { caseId }, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }] })
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    authorId: row.authorId,
    text: open(BODY, row.id, row.sealedBody),
    createdAt: row.createdAt,
  }))
}

/** The reason that somebody wrote with an act of this instant; null when there is none. */
export async function findReason(
  on: Scoped<'case.change_state'>,
  caseSeal: CaseSeal,
  written: { readonly authorId: string; readonly createdAt: Date },
): Promise<string | null> {
  const row = await on.db.note.findFirst({ where: { ...written, kind: 'reason', caseId: caseSeal.caseId } })
  return row && caseSeal.unseal(BODY, row.id, row.sealedBody)
}

/**
 * Stores a note, sealed, by the person of the grant. Returns its id, or null when the same words were stored from the same form
 * before; other words from a form that was sent already are a note of their own.
 */
export async function insertNote(on: Scoped<NoteWriter>, caseSeal: CaseSeal, note: NewNote): Promise<string | null> {
  const id = await insertOnce(on, caseSeal, note)
  if (id !== null) return id
  const stored = await on.db.note.findFirst({
    where: { requestId: note.requestId, caseId: caseSeal.caseId },
    select: { id: true, sealedBody: true },
  })
  if (stored && caseSeal.unseal(BODY, stored.id, stored.sealedBody) === note.text) return null
  return insertOnce(on, caseSeal, { ...note, requestId: newId() })
}

async function insertOnce(on: Scoped<NoteWriter>, caseSeal: CaseSeal, note: NewNote): Promise<string | null> {
  const id = newId()
  const { count } = await on.db.note.createMany({
    data: [
      {
        id,
        caseId: caseSeal.caseId,
        authorId: on.grant.actor.id,
        kind: note.kind,
        sealedBody: caseSeal.seal(BODY, id, note.text),
        requestId: note.requestId,
        createdAt: note.createdAt,
      },
    ],
    skipDuplicates: true,
  })
  return count === 0 ? null : id
}
