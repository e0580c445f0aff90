import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { answerGlass, endGlass, holdGlassBack, listEmergencies } from '@/lib/data/break-glass'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findCaseHead } from '@/lib/data/case-page'
import { within } from '@/lib/data/within'
import { HELD_BACK_DAYS } from '@/lib/domain/break-glass'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

const DAY_MS = 86_400_000

/** What the office of a case can do about an opening by another office. `held_back` carries why the worker is not told yet. */
export type EmergencyAnswer =
  | { readonly what: 'seen' | 'ended' | 'justified' | 'not_justified' | 'told' }
  | { readonly what: 'held_back'; readonly words: string; readonly days: number }

/** `not_found`: no such opening of this case; `refused`: not as things are, or not for this person. */
export type AnswerEmergencyError = { readonly code: 'not_found' | 'refused' }

/** Answers an opening: a supervisor or the case's officer; ending it is for everybody of the office. */
export function answerEmergency(
  grant: Grant<'case.read'>,
  about: { readonly number: string; readonly id: string; readonly answer: EmergencyAnswer },
): Promise<Result<null, AnswerEmergencyError>> {
  return within(grant, async (on) => {
    const head = await findCaseHead(on, about.number)
    if (!head) return err({ code: 'not_found' })
    const caseSeal = await findCaseSeal(on, head.id)
    const at = now()
    if (!(await listEmergencies(on, head.id, null, at)).some(({ id }) => id === about.id))
      return err({ code: 'not_found' })
    const { answer, id } = about
    if (answer.what === 'held_back') {
      if (!caseSeal) return err({ code: 'refused' })
      const until = new Date(at.getTime() + Math.min(answer.days, HELD_BACK_DAYS) * DAY_MS - 60_000)
      return (await holdGlassBack(on, caseSeal, { id, words: answer.words, until }))
        ? ok(null)
        : err({ code: 'refused' })
    }
    const done = answer.what === 'ended' ? await endGlass(on, id) : await answerGlass(on, id, answer.what)
    return done ? ok(null) : err({ code: 'refused' })
  })
}
