import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findCaseHead } from '@/lib/data/case-page'
import { insertNote } from '@/lib/data/notes'
import { within, type Scoped } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import type { WriteError } from './write-message'

/** A note for colleagues. `requestId` names the form it was written in: sent twice, it is one note. */
export type OfficerNote = { readonly number: string; readonly requestId: string; readonly text: string }

/** Keeps a note with the case; the worker does not see it. */
export function writeNote(grant: Grant<'case.write_note'>, note: OfficerNote): Promise<Result<void, WriteError>> {
  return within(grant, (on) => writeNoteWithin(on, note))
}

/** The same in a transaction that does more. */
export async function writeNoteWithin(
  on: Scoped<'case.write_note'>,
  note: OfficerNote,
): Promise<Result<void, WriteError>> {
  const { grant } = on
  const head = await findCaseHead(on, note.number)
  if (!head) return err({ code: 'not_found' })
  const caseSeal = await findCaseSeal(on, head.id)
  if (!caseSeal) return err({ code: 'case_gone' })
  const noteId = await insertNote(on, caseSeal, {
    requestId: note.requestId,
    kind: 'note',
    text: note.text,
    createdAt: now(),
  })
  if (noteId !== null)
    await appendAudit(on, grant.actor.officeId, 'note.written', { caseId: head.id, detail: { noteId } })
  return ok(undefined)
}
