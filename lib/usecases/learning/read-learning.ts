import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { countKpis, countOtherOffices, daysSincePublication } from '@/lib/data/learning'
import { listOffices } from '@/lib/data/offices'
import { officeMoney, type RemedyTotal } from '@/lib/data/remedy-records'
import { within, type Scoped } from '@/lib/data/within'
import { kpisFor } from '@/lib/domain/learning/kpis'
import { learningExport, type ExportTable } from '@/lib/domain/learning/export-learning'
import { showKpis, type ShownKpi } from '@/lib/domain/learning/shown-kpis'
import type { StatisticsFilter } from '@/lib/domain/statistics/filter'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { now } from '@/lib/platform/clock'
import { deskCounter, type Counted } from './desk-counter'
import { rememberedCounts } from './remembered-counts'

/** A page does not wait for a count while the last one is younger: with the time it takes, nothing is older than a minute. */
const PAGE = { staleMs: 40_000, patienceMs: 3_000 }
/** A file is not asked for again and again like a page. */
const FILE = { staleMs: 40_000, patienceMs: 15_000 }

/** The months asked for; an office by its code, null for all. Whoever is no administrator is given the own office. */
export type LearningQuery = Pick<StatisticsFilter, 'from' | 'to'> & { readonly office: string | null }

/** The measures of one office or of all, and the offices that can be chosen. */
export type Learning = {
  readonly kpis: readonly ShownKpi[]
  readonly offices: readonly { readonly code: string; readonly name: string }[]
  readonly office: string | null
  /** Everything written before is counted. */
  readonly asOf: Date
  /** Claimed, agreed and repaid in the cases of the own office, by currency; null for who does not work on cases. */
  readonly totals: readonly RemedyTotal[] | null
}

/** The figures are being counted for the first time, or much changed at once: how much still waits. */
export type StillCounting = { readonly waiting: number; readonly known: number }

/** Every measure that the role sees, counted and held back as in the file. */
export async function readLearning(
  grant: Grant<'learning.read'>,
  query: LearningQuery,
): Promise<Learning | StillCounting> {
  const counted = await deskCounter().refresh(PAGE)
  if (counted === null) return deskCounter().waiting
  return within(grant, async (on) => ({
    ...(await measure(on, query, counted)),
    totals: on.grant.actor.role === 'administrator' ? null : await officeMoney(on),
  }))
}

/** The same as a table for a file; the audit trail keeps who took it. */
export async function exportLearning(
  grant: Grant<'learning.read'>,
  query: LearningQuery,
): Promise<{ readonly table: ExportTable; readonly fileName: string } | StillCounting> {
  const counted = await deskCounter().refresh(FILE)
  if (counted === null) return deskCounter().waiting
  return within(grant, async (on) => {
    const { kpis, office, asOf } = await measure(on, query, counted)
    const madeOn = dayInJapan(now())
    await appendAudit(on, grant.actor.officeId, 'statistics.export', {
      detail: { statistic: 'learning', from: query.from, to: query.to, office },
    })
    return { table: learningExport(kpis, { ...query, office, madeOn, asOf }), fileName: `learning-${madeOn}.csv` }
  })
}

async function measure(
  on: Scoped<'learning.read'>,
  query: LearningQuery,
  known: Counted,
): Promise<Omit<Learning, 'totals'>> {
  const { actor } = on.grant
  const isAdministrator = actor.role === 'administrator'
  const offices = await listOffices(on)
  const chosen =
    offices.find(({ id, code }) => (isAdministrator ? code === query.office : id === actor.officeId)) ?? null
  const officeId = isAdministrator ? (chosen?.id ?? null) : actor.officeId
  const key = JSON.stringify([isAdministrator, officeId, query.from, query.to])
  const { answer, counted } = await rememberedCounts(key, known, async () => {
    const [months, at] = [{ from: query.from, to: query.to }, now()]
    return {
      counts: [...(await countKpis(on, { officeId, ...months }, at)), ...(await daysSincePublication(on, at))],
      // Whoever also sees all of them together could take one from the other.
      others: isAdministrator && officeId !== null ? await countOtherOffices(on, { officeId, ...months }, at) : [],
    }
  })
  return {
    kpis: showKpis(kpisFor(actor.role), answer.counts, answer.others),
    offices: isAdministrator ? offices : [],
    office: chosen?.code ?? null,
    asOf: counted.asOf,
  }
}
