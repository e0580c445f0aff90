import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { lockOwnCase } from '@/lib/data/own-case'
import { insertSurvey } from '@/lib/data/surveys'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import type { Satisfaction } from '@/lib/domain/satisfaction'
import { now } from '@/lib/platform/clock'

/** `case_gone`: erased. `not_ended`: it has not ended, so there is nothing to say yet. */
export type RatingError = { readonly code: 'case_gone' | 'not_ended' }

/** The worker says how it was, once for each time the case ended. The trail says that something was said, not what. */
export function rateOwnCase(grant: Grant<'own_case.write'>, rating: Satisfaction): Promise<Result<void, RatingError>> {
  return within(grant, async (on) => {
    const own = await lockOwnCase(on)
    if (!own) return err({ code: 'case_gone' })
    if (own.state !== 'closed' || own.closedAt === null) return err({ code: 'not_ended' })
    if (await insertSurvey(on, { ...rating, closedAt: own.closedAt, answeredAt: now() }))
      await appendAudit(on, own.office.id, 'case.rated', { caseId: own.id })
    return ok(undefined)
  })
}
