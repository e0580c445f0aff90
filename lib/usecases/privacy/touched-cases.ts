import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { findCaseIds, insertBreachCases, listBreachCases, tellBreachCases } from '@/lib/data/breach-cases'
import { lockBreach } from '@/lib/data/breaches'
import { within } from '@/lib/data/within'
import { parseCaseNumber } from '@/lib/domain/case-number'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

/** The cases of an incident, for who sees cases. */
export function readTouchedCases(
  grant: Grant<'breach.tell'>,
  id: string,
): Promise<readonly { readonly number: string; readonly toldAt: Date | null }[]> {
  return within(grant, (on) => listBreachCases(on, id))
}

/** Notes the cases that an incident touches, by their numbers. `numbers_unknown`: of those, which are no cases of the office. */
export function addTouchedCases(
  grant: Grant<'breach.tell'>,
  id: string,
  numbers: readonly string[],
): Promise<Result<void, { readonly code: 'not_found' | 'over' | 'numbers_unknown' }>> {
  return within(grant, async (on) => {
    const found = await lockBreach(on, id)
    if (!found) return err({ code: 'not_found' })
    if (found.state === 'closed') return err({ code: 'over' })
    const read = numbers.map((text) => parseCaseNumber(text))
    const wanted = [...new Set(read.flatMap((one) => (one.ok ? [one.value] : [])))]
    const cases = await findCaseIds(on, wanted)
    if (cases.length < wanted.length || read.some((one) => !one.ok)) return err({ code: 'numbers_unknown' })
    const added = await insertBreachCases(
      on,
      found,
      cases.map((one) => one.id),
      now(),
    )
    if (added > 0)
      await appendAudit(on, grant.actor.officeId, 'breach.cases_noted', { detail: { breach: id, cases: added } })
    return ok(undefined)
  })
}

/**
 * Tells the workers of these cases on their own pages, the one safe channel: the day, the kinds of data, and whom to ask. Who did not
 * come back yet is told when they do. Twice is once.
 */
export function tellTouchedWorkers(
  grant: Grant<'breach.tell'>,
  id: string,
): Promise<Result<void, { readonly code: 'not_found' }>> {
  return within(grant, async (on) => {
    if (!(await lockBreach(on, id))) return err({ code: 'not_found' })
    const told = await tellBreachCases(on, id, now())
    if (told > 0)
      await appendAudit(on, grant.actor.officeId, 'breach.workers_told', { detail: { breach: id, cases: told } })
    return ok(undefined)
  })
}
