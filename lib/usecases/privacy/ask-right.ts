import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseSeal } from '@/lib/data/case-keys'
import { insertMessage } from '@/lib/data/messages'
import { notify } from '@/lib/data/notices'
import { countUnreadFromWorker, lockOwnCase } from '@/lib/data/own-case'
import { countOpenRightsRequests, insertRightsRequest } from '@/lib/data/rights-requests'
import { setSubjectDeadline } from '@/lib/data/subject-deadlines'
import { within } from '@/lib/data/within'
import { OPEN_RIGHTS_MAXIMUM, rightsDueAt, type Right } from '@/lib/domain/privacy/rights-request'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** What the worker wants done with the own data; `notice` are the words for the thread, so that an officer sees it in the queue. */
export type RightAsked = {
  readonly requestId: string
  readonly kind: Right
  readonly words: string
  readonly notice: string
  readonly language: string
}
/** `requests_full`: so many wait already that an officer has to answer first. */
export type RightAskedError = { readonly code: 'case_gone' | 'requests_full' }

/** Asks the office for something about the own data that the own page cannot do; answered within 14 days, of an ended case too. Sent twice, it is once. */
export function askRight(grant: Grant<'own_case.write'>, asked: RightAsked): Promise<Result<void, RightAskedError>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    const caseSeal = own && (await findCaseSeal(on, own.id))
    if (!own || !caseSeal) return err({ code: 'case_gone' })
    if ((await countOpenRightsRequests(on)) >= OPEN_RIGHTS_MAXIMUM) return err({ code: 'requests_full' })
    const at = now()
    const { requestId, kind, words, notice, language } = asked
    const id = await insertRightsRequest(on, caseSeal, {
      requestId,
      kind,
      words,
      language,
      askedBy: 'worker',
      cameBy: 'own_page',
      identityCheck: 'own_code',
      cameAt: at,
      recordedById: null,
      recordedAt: at,
    })
    if (id === null) return ok(undefined)
    const clock = { kind: 'rights_request', subjectId: id, ownerKind: 'officer', dueAt: rightsDueAt(at) } as const
    await setSubjectDeadline(on, own.id, clock, at)
    const messageId = await insertMessage(on, caseSeal, {
      requestId,
      direction: 'from_worker',
      authorStaffId: null,
      language,
      text: words === '' ? notice : `${notice}\n\n${words}`,
      sentAt: at,
    })
    if (messageId !== null) await countUnreadFromWorker(on)
    await notify(on, { caseId: own.id, kind: 'right_asked', key: requestId })
    await appendAudit(on, own.office.id, 'right.asked', { caseId: own.id, detail: { kind } })
    return ok(undefined)
  })
}
