import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { lockCase } from '@/lib/data/case-state'
import { notify } from '@/lib/data/notices'
import {
  insertRightsRequest,
  listRightsRequests,
  updateRightsAnswered,
  type NewRightsRequest,
} from '@/lib/data/rights-requests'
import { endSubjectDeadline, setSubjectDeadline } from '@/lib/data/subject-deadlines'
import { within } from '@/lib/data/within'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { isOutcomeAllowed, rightsDueAt, type RightsOutcome, type RightsWay } from '@/lib/domain/privacy/rights-request'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'
import { tellWorker } from '../tell-worker'

/** A request that came by phone, mail or in person; `cameOn`: the day in Japan. */
export type RightRecorded = Pick<NewRightsRequest, 'requestId' | 'kind' | 'askedBy' | 'identityCheck' | 'words'> & {
  readonly number: string
  readonly cameBy: Exclude<RightsWay, 'own_page'>
  readonly cameOn: string
}

/** Writes down what somebody asked outside the own page. Its clock runs from the day it came. `bad_day`: a day to come. */
export function recordRight(
  grant: Grant<'case.answer_right'>,
  { number, cameOn, ...asked }: RightRecorded,
): Promise<Result<void, { readonly code: 'not_found' | 'case_gone' | 'bad_day' }>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, number)
    if (!head) return err({ code: 'not_found' })
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    const at = now()
    if (cameOn > dayInJapan(at)) return err({ code: 'bad_day' })
    const cameAt = cameOn === dayInJapan(at) ? at : new Date(`${cameOn}T00:00:00+09:00`)
    const id = await insertRightsRequest(on, caseSeal, {
      ...asked,
      cameAt,
      language: head.language,
      recordedById: grant.actor.id,
      recordedAt: at,
    })
    if (id === null) return ok(undefined)
    const clock = { kind: 'rights_request', subjectId: id, ownerKind: 'officer', dueAt: rightsDueAt(cameAt) } as const
    await setSubjectDeadline(on, head.id, clock, at)
    await notify(on, { caseId: head.id, kind: 'right_asked', key: asked.requestId })
    const { kind, askedBy, cameBy } = asked
    await appendAudit(on, grant.actor.officeId, 'right.recorded', {
      caseId: head.id,
      detail: { kind, askedBy, cameBy },
    })
    return ok(undefined)
  })
}

/** What came of a request, and the words to it: for who asked, and for whoever looks at it later. */
export type RightAnswer = {
  readonly number: string
  readonly id: string
  readonly requestId: string
  readonly outcome: RightsOutcome
  readonly reason: string
}
/** `changed_meanwhile`: somebody answered before, otherwise. `identity_missing`: nobody made sure yet who asks. */
export type RightAnswerError = {
  readonly code: 'not_found' | 'case_gone' | 'changed_meanwhile' | 'identity_missing'
}

/** Answers a request; the worker reads it in the thread and on the page of requests, unless somebody else asked. */
export function answerRight(
  grant: Grant<'case.answer_right'>,
  { number, id, requestId, outcome, reason }: RightAnswer,
): Promise<Result<void, RightAnswerError>> {
  return within(grant, async (on) => {
    const head = await lockCase(on, number)
    if (!head) return err({ code: 'not_found' })
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    const asked = (await listRightsRequests(on, caseSeal)).find((one) => one.id === id)
    if (!asked) return err({ code: 'not_found' })
    // A second tap of the same kind finds what the first one did.
    if (asked.outcome !== null) return asked.outcome === outcome ? ok(undefined) : err({ code: 'changed_meanwhile' })
    if (!isOutcomeAllowed(asked.identityCheck, outcome)) return err({ code: 'identity_missing' })
    const at = now()
    if (!(await updateRightsAnswered(on, caseSeal, id, { outcome, reason, answeredAt: at })))
      return err({ code: 'changed_meanwhile' })
    await endSubjectDeadline(on, head.id, 'rights_request', id, 'met', at)
    if (asked.askedBy !== 'other') await tellWorker(on, caseSeal, head, { requestId, text: reason, at })
    await appendAudit(on, grant.actor.officeId, 'right.answered', {
      caseId: head.id,
      detail: { kind: asked.kind, outcome },
    })
    return ok(undefined)
  })
}
