import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { listOffices } from '@/lib/data/offices'
import {
  insertConfirmation,
  isRetentionConfirmed,
  listConfirmations,
  listPlanned,
  stopConfirmations,
  type RetentionConfirmation,
} from '@/lib/data/retention'
import { within } from '@/lib/data/within'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { PLANNED_DAYS, planLines, type PlanLine } from '@/lib/domain/retention/plan'
import { RETENTION_PERIODS } from '@/lib/domain/retention/periods'
import { err, ok, type Result } from '@/lib/domain/result'
import { now } from '@/lib/platform/clock'

const DAY_MS = 86_400_000

/** What would go, and who let it. */
export type RetentionReading = {
  readonly today: string
  readonly until: string
  readonly lines: readonly (PlanLine & { readonly office: string })[]
  readonly isConfirmed: boolean
  readonly confirmations: readonly RetentionConfirmation[]
}

/** The dry run of today and of the days to come: what goes, by kind and office; nothing of a person, and nothing is changed. */
export function readRetention(grant: Grant<'retention.manage'>): Promise<RetentionReading> {
  return within(grant, async (on) => {
    const at = now()
    const until = new Date(at.getTime() + PLANNED_DAYS * DAY_MS)
    const names = new Map((await listOffices(on)).map(({ id, name }) => [id, name]))
    const today = dayInJapan(at)
    return {
      today,
      until: dayInJapan(until),
      lines: planLines(await listPlanned(on, until), today).map((line) => ({
        ...line,
        office: names.get(line.officeId) ?? '',
      })),
      isConfirmed: await isRetentionConfirmed(on),
      confirmations: await listConfirmations(on),
    }
  })
}

/** Lets what is past its time go from the next run on. `changed_meanwhile`: more goes now than the form showed. */
export function confirmRetention(
  grant: Grant<'retention.manage'>,
  form: { readonly requestId: string; readonly items: number },
): Promise<Result<void, { readonly code: 'changed_meanwhile' }>> {
  return within(grant, async (on) => {
    if (await isRetentionConfirmed(on)) return ok(undefined)
    const at = now()
    const today = dayInJapan(at)
    const items = (await listPlanned(on, at)).reduce((sum, item) => sum + (item.dueOn <= today ? item.items : 0), 0)
    if (items > form.items) return err({ code: 'changed_meanwhile' })
    if (await insertConfirmation(on, { id: form.requestId, items, at }))
      await appendAudit(on, grant.actor.officeId, 'retention.confirmed', {
        detail: { periods: RETENTION_PERIODS, items },
      })
    return ok(undefined)
  })
}

/** Stops it: nothing goes by the job any more until somebody confirms again. */
export function stopRetention(grant: Grant<'retention.manage'>): Promise<void> {
  return within(grant, async (on) => {
    const stopped = await stopConfirmations(on, now())
    if (stopped > 0) await appendAudit(on, grant.actor.officeId, 'retention.stopped', { detail: { stopped } })
  })
}
