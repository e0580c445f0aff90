import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { countKpis, countOtherOffices } from '@/lib/data/learning'
import { listOffices } from '@/lib/data/offices'
import { officeMoney, type RemedyTotal } from '@/lib/data/remedy-records'
import { within, type Scoped } from '@/lib/data/within'
import { kpisFor } from '@/lib/domain/learning/kpis'
import { learningExport } from '@/lib/domain/learning/export-learning'
import { showKpis, type ShownKpi } from '@/lib/domain/learning/shown-kpis'
import type { ExportTable } from '@/lib/domain/statistics/export-table'
import { instantsOf, type StatisticsFilter } from '@/lib/domain/statistics/filter'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { now } from '@/lib/platform/clock'

/** The months asked for; an office by its code, null for all. Whoever is no administrator is given the own office. */
export type LearningQuery = Pick<StatisticsFilter, 'from' | 'to'> & { readonly office: string | null }

/** The measures of one office or of all, and the offices that can be chosen. */
export type Learning = {
  readonly kpis: readonly ShownKpi[]
  readonly offices: readonly { readonly code: string; readonly name: string }[]
  readonly office: string | null
  /** Claimed, agreed and repaid in the cases of the own office, by currency; null for who does not work on cases. */
  readonly totals: readonly RemedyTotal[] | null
}

/** Every measure that the role sees, counted and held back as in the file. */
export function readLearning(grant: Grant<'learning.read'>, query: LearningQuery): Promise<Learning> {
  return within(grant, async (on) => ({
    ...(await measure(on, query)),
    totals: on.grant.actor.role === 'administrator' ? null : await officeMoney(on),
  }))
}

/** The same as a table for a file; the audit trail keeps who took it. */
export function exportLearning(
  grant: Grant<'learning.read'>,
  query: LearningQuery,
): Promise<{ readonly table: ExportTable; readonly fileName: string }> {
  return within(grant, async (on) => {
    const { kpis, office } = await measure(on, query)
    const madeOn = dayInJapan(now())
    await appendAudit(on, grant.actor.officeId, 'statistics.export', {
      detail: { statistic: 'learning', from: query.from, to: query.to, office },
    })
    return { table: learningExport(kpis, { ...query, office, madeOn }), fileName: `learning-${madeOn}.csv` }
  })
}

async function measure(on: Scoped<'learning.read'>, query: LearningQuery): Promise<Omit<Learning, 'totals'>> {
  const { actor } = on.grant
  const offices = await listOffices(on)
  const chosen =
    actor.role === 'administrator'
      ? (offices.find(({ code }) => code === query.office) ?? null)
      : (offices.find(({ id }) => id === actor.officeId) ?? null)
  const officeId = actor.role === 'administrator' ? (chosen?.id ?? null) : actor.officeId
  const at = now()
  const period = instantsOf({ ...query, scheme: null })
  const counts = await countKpis(on, { officeId, ...period }, at)
  // Whoever also sees all of them together could take one from the other.
  const others =
    actor.role === 'administrator' && officeId !== null ? await countOtherOffices(on, { officeId, ...period }, at) : []
  return {
    kpis: showKpis(kpisFor(actor.role), counts, others),
    offices: actor.role === 'administrator' ? offices : [],
    office: chosen?.code ?? null,
  }
}
