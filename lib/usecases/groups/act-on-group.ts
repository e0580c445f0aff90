import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findGroup } from '@/lib/data/case-groups'
import { lockCase } from '@/lib/data/case-state'
import { findGroupAct, insertGroupAct, listWaiting, updateOutcome } from '@/lib/data/group-acts'
import { listMembers, listReporterWords } from '@/lib/data/group-members'
import { within, type Scoped } from '@/lib/data/within'
import { leftOutOf, type GroupActKind, type GroupOutcome } from '@/lib/domain/group-acts'
import { err, ok, type Result } from '@/lib/domain/result'
import { revealsOthers } from '@/lib/domain/reveals-others'
import { now } from '@/lib/platform/clock'
import { newId } from '@/lib/platform/ids'
import { writeMessageWithin } from '../write-message'
import { writeNoteWithin } from '../write-note'

/** A message to all cases of a group: words by language, each worker gets those in the language of the own case. */
export type GroupMessage = {
  readonly groupId: string
  readonly requestId: string
  readonly texts: ReadonlyMap<string, string>
  readonly isQuestion: boolean
}

/** The same note with every case of a group. */
export type GroupNote = { readonly groupId: string; readonly requestId: string; readonly text: string }

/** `reveals_others`: the words in `language` name a case, or somebody on the workers' side of one; nothing was sent. */
export type GroupActError =
  | { readonly code: 'not_found' | 'group_empty' | 'words_missing' }
  | { readonly code: 'reveals_others'; readonly language: string }

type Actor = 'case.write_message' | 'case.write_note'

/**
 * Sends a message into every case of a group whose worker may be written to. Each case is a transaction of its own, with its
 * outcome: what was cut short goes on where it stopped when the same form is sent again. Returns the id of the act.
 */
export async function messageGroup(
  grant: Grant<'case.write_message'>,
  message: GroupMessage,
): Promise<Result<string, GroupActError>> {
  const texts = new Map([...message.texts].filter(([, text]) => text.trim() !== ''))
  if (texts.size === 0) return err({ code: 'words_missing' })
  const begun = await begin(grant, 'message', message, texts)
  if (!begun.ok) return begun
  return finish(grant, message, 'message', async (on, { number, language }) => {
    const text = texts.get(language)
    if (text === undefined) return 'no_words_in_language'
    const sent = await writeMessageWithin(on, { number, requestId: newId(), text, isQuestion: message.isQuestion })
    return sent.ok ? 'done' : 'erased'
  })
}

/** Keeps the same note with every case of a group that can still be written to. */
export async function noteForGroup(
  grant: Grant<'case.write_note'>,
  note: GroupNote,
): Promise<Result<string, GroupActError>> {
  const begun = await begin(grant, 'note', note, new Map())
  if (!begun.ok) return begun
  return finish(grant, note, 'note', async (on, { number }) => {
    const kept = await writeNoteWithin(on, { number, requestId: newId(), text: note.text })
    return kept.ok ? 'done' : 'erased'
  })
}

function begin<P extends Actor>(
  grant: Grant<P>,
  kind: GroupActKind,
  { groupId, requestId }: { groupId: string; requestId: string },
  toWorkers: ReadonlyMap<string, string>,
): Promise<Result<void, GroupActError>> {
  return within(grant, async (scoped): Promise<Result<void, GroupActError>> => {
    const on = scoped as Scoped<Actor>
    if (!(await findGroup(on, groupId))) return err({ code: 'not_found' })
    const begun = await findGroupAct(on, groupId, requestId)
    if (begun && begun.kind !== kind) return err({ code: 'not_found' })
    const at = now()
    const members = await listMembers(on, groupId, at)
    if (members.length === 0 && !begun) return err({ code: 'group_empty' })
    // A form sent again may come with other words, and goes on with cases that have left the group since.
    const named = new Map([...(begun?.cases ?? []), ...members].map(({ caseId, number }) => [caseId, number]))
    const others = [...named.values(), ...(await listReporterWords(on, [...named.keys()]))]
    for (const [language, text] of toWorkers) {
      // The same words go to several workers: any number or name in them is somebody else's for the others.
      if (revealsOthers(text, '', others)) return err({ code: 'reveals_others', language })
    }
    if (begun) return ok(undefined)
    const caseIds = members.map(({ caseId }) => caseId)
    if (await insertGroupAct(on, { id: requestId, groupId, kind, caseIds, actedAt: at }))
      await appendAudit(on, on.grant.actor.officeId, 'group.acted', {
        detail: { groupId, act: requestId, kind, cases: caseIds.length },
      })
    return ok(undefined)
  })
}

type Member = { readonly number: string; readonly language: string }

async function finish<P extends Actor>(
  grant: Grant<P>,
  { groupId, requestId }: { groupId: string; requestId: string },
  kind: GroupActKind,
  act: (on: Scoped<P>, member: Member) => Promise<Exclude<GroupOutcome, 'waiting'>>,
): Promise<Result<string, GroupActError>> {
  const waiting = await within(grant, (on) => listWaiting(on as Scoped<Actor>, requestId))
  for (const { caseId, number } of waiting) {
    await within(grant, async (scoped) => {
      const on = scoped as Scoped<Actor>
      await lockCase(on, number)
      // The same form a second time waits here, and finds the case done.
      if ((await listWaiting(on, requestId, caseId)).length === 0) return
      const at = now()
      const [member] = await listMembers(on, groupId, at, caseId)
      const outcome = member ? (leftOutOf(kind, member, at) ?? (await act(scoped, member))) : 'left_group'
      await updateOutcome(on, requestId, caseId, outcome)
    })
  }
  return ok(requestId)
}
