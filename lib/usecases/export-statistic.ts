import 'server-only'
import type { Grant } from '@/lib/access/grant'
import { appendAudit } from '@/lib/data/audit'
import { rulesAsOf } from '@/lib/data/recruitment-cost'
import { within } from '@/lib/data/within'
import { err, ok, type Result } from '@/lib/domain/result'
import { recruitmentCostExport } from '@/lib/domain/statistics/export-recruitment-cost'
import { countsExport, surveyExport, type ExportTable } from '@/lib/domain/statistics/export-table'
import type { StatisticsFilter } from '@/lib/domain/statistics/filter'
import { statisticByName } from '@/lib/domain/statistics/registry'
import { now } from '@/lib/platform/clock'
import { readCounts, readRecruitmentCost, readSurvey } from './read-statistics'

/**
 * One table of the statistics page as a file, counted and held back as on the page; the audit trail keeps who took which
 * table with which filter. Refuses with `unknown_statistic`.
 */
export async function exportStatistic(
  grant: Grant<'statistics.export'>,
  name: string,
  filter: StatisticsFilter,
): Promise<Result<{ table: ExportTable; fileName: string }, { code: 'unknown_statistic' }>> {
  const statistic = statisticByName(name)
  if (statistic === null) return err({ code: 'unknown_statistic' })
  const madeOn = dayInJapan(now())
  return within(grant, async (on) => {
    let table: ExportTable
    if (statistic.kind === 'survey') {
      const { rows, rate } = await readSurvey(on, filter)
      table = surveyExport(rows, { filter, madeOn, rate })
    } else if (statistic.kind === 'recruitment_cost') {
      const rows = await readRecruitmentCost(on, filter)
      table = recruitmentCostExport(rows, { filter, madeOn, rate: null, rulesAsOf: await rulesAsOf(on) })
    } else {
      table = countsExport(await readCounts(on, statistic.dimension, filter), { filter, madeOn, rate: null })
    }
    await appendAudit(on, grant.actor.officeId, 'statistics.export', {
      detail: { statistic: statistic.name, from: filter.from, to: filter.to, scheme: filter.scheme ?? 'all' },
    })
    return ok({ table, fileName: `${statistic.name}-${madeOn}.csv` })
  })
}

function dayInJapan(at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Tokyo' }).format(at)
}
