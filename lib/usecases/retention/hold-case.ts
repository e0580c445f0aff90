import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { insertHold, liftHold, lockForHold, type NewHold } from '@/lib/data/case-holds'
import { findCaseSeal } from '@/lib/data/case-keys'
import { findCaseHead } from '@/lib/data/case-page'
import { within } from '@/lib/data/within'
import { HOLD_MOST_DAYS } from '@/lib/domain/retention/holds'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** `endsOn`: the last day in Japan on which nothing goes. */
export type HoldForm = Omit<NewHold, 'setAt' | 'endsAt'> & { readonly number: string; readonly endsOn: string }

const DAY_MS = 86_400_000

/**
 * Puts a hold on a case: neither the worker's wish nor its age takes anything of it away until the day that is said; its worker is
 * told so on the own page. `bad_day`: in the past, or more than a year ahead.
 */
export function holdCase(
  grant: Grant<'case.hold'>,
  { number, endsOn, ...hold }: HoldForm,
): Promise<Result<void, { readonly code: 'not_found' | 'case_gone' | 'bad_day' }>> {
  return within(grant, async (on) => {
    const head = await findCaseHead(on, number)
    if (!head) return err({ code: 'not_found' })
    // Held, so that no run takes it away in the same moment.
    await lockForHold(on, head.id)
    const caseSeal = await findCaseSeal(on, head.id)
    if (!caseSeal) return err({ code: 'case_gone' })
    const setAt = now()
    const endsAt = new Date(Date.parse(`${endsOn}T15:00:00Z`))
    if (endsAt <= setAt || endsAt.getTime() - setAt.getTime() > HOLD_MOST_DAYS * DAY_MS) return err({ code: 'bad_day' })
    if (await insertHold(on, caseSeal, { ...hold, setAt, endsAt }))
      await appendAudit(on, grant.actor.officeId, 'case.held', {
        caseId: head.id,
        detail: { reason: hold.reason, until: endsOn },
      })
    return ok(undefined)
  })
}

/** Ends a hold before its time. */
export function liftCaseHold(
  grant: Grant<'case.hold'>,
  { number, id }: { readonly number: string; readonly id: string },
): Promise<Result<void, { readonly code: 'not_found' }>> {
  return within(grant, async (on) => {
    const head = await findCaseHead(on, number)
    if (!head) return err({ code: 'not_found' })
    if (await liftHold(on, head.id, id, now()))
      await appendAudit(on, grant.actor.officeId, 'case.hold_lifted', { caseId: head.id, detail: { hold: id } })
    return ok(undefined)
  })
}
