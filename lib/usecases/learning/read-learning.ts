import 'server-only'
import type { Grant, StaffActor } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { countKpis, daysSincePublication } from '@/lib/data/learning'
import { listOffices } from '@/lib/data/offices'
import { officeMoney, type RemedyTotal } from '@/lib/data/remedy-records'
import { within, type Scoped } from '@/lib/data/within'
import { kpisFor } from '@/lib/domain/learning/kpis'
import { learningExport, type ExportTable } from '@/lib/domain/learning/export-learning'
import { showKpis, type KpiCount, type ShownKpi } from '@/lib/domain/learning/shown-kpis'
import type { StatisticsFilter } from '@/lib/domain/statistics/filter'
import { dayInJapan } from '@/lib/domain/calendar/day'
import { now } from '@/lib/platform/clock'
import { deskCounter, type Counted } from './desk-counter'
import { rememberedCounts } from './remembered-counts'
import { toldKpis } from './told-counts'

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
  const { totals, ...found } = await within(grant, async (on) => ({
    ...(await count(on, query, counted)),
    totals: on.grant.actor.role === 'administrator' ? null : await officeMoney(on),
  }))
  return { ...(await shownTo(grant.actor, query, found)), totals }
}

/** The same as a table for a file; the audit trail keeps who took it. */
export async function exportLearning(
  grant: Grant<'learning.read'>,
  query: LearningQuery,
): Promise<{ readonly table: ExportTable; readonly fileName: string } | StillCounting> {
  const counted = await deskCounter().refresh(FILE)
  if (counted === null) return deskCounter().waiting
  const found = await within(grant, (on) => count(on, query, counted))
  const { kpis, office, asOf } = await shownTo(grant.actor, query, found)
  return within(grant, async (on) => {
    const madeOn = dayInJapan(now())
    await appendAudit(on, grant.actor.officeId, 'statistics.export', {
      detail: { statistic: 'learning', from: query.from, to: query.to, office },
    })
    return { table: learningExport(kpis, { ...query, office, madeOn, asOf }), fileName: `learning-${madeOn}.csv` }
  })
}

type Found = Omit<Learning, 'kpis' | 'totals'> & { readonly counts: readonly KpiCount[] }

/** Whoever works on the cases of an office sees its figures, held back; whoever reads no case sees what the statistics tell. */
async function shownTo(
  actor: StaffActor,
  { from, to }: LearningQuery,
  { counts, ...found }: Found,
): Promise<Omit<Learning, 'totals'>> {
  const kpis = kpisFor(actor.role)
  if (actor.role !== 'administrator') return { ...found, kpis: showKpis(kpis, counts) }
  const { office, asOf } = found
  return { ...found, kpis: await toldKpis(actor, kpis, counts, { from, to, office, asOf }) }
}

async function count(on: Scoped<'learning.read'>, query: LearningQuery, known: Counted): Promise<Found> {
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
    }
  })
  return {
    counts: answer.counts,
    offices: isAdministrator ? offices : [],
    office: chosen?.code ?? null,
    asOf: counted.asOf,
  }
}
