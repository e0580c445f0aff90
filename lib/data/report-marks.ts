import 'server-only'
import type { ChosenCase } from '@/lib/domain/bulk-act'
import { ALIKE_DAYS, ALIKE_FROM, comparedWords } from '@/lib/domain/same-words'
import { sameWordsMark } from '@/lib/sealing/blind-index'
import type { Scoped } from './within'

const DAY_MS = 86_400_000

/** Reports of this office that tell the same words, received within a day of each other. */
export type AlikeReports = {
  readonly reports: readonly ChosenCase[]
  readonly firstAt: Date
  readonly lastAt: Date
}

/** Marks a new report by its words; a short story, or none, has no mark. */
export async function markReport(
  on: Scoped<'report.submit'>,
  report: { readonly caseId: string; readonly story: string | null | undefined; readonly receivedAt: Date },
): Promise<void> {
  const words = comparedWords(report.story)
  if (words === null) return
  const { caseId, receivedAt } = report
  await on.db.reportMark.createMany({ data: [{ caseId, mark: sameWordsMark(words), receivedAt }] })
}

/** Whether a report is the earliest of its words in the office, or the only one; one without a mark is. */
export async function isFirstOfItsWords(on: Scoped<'case.change_state'>, caseId: string): Promise<boolean> {
  const [before] = await on.db.$queryRaw<{ id: string }[]>`
    SELECT o.case_id AS id FROM report_mark m JOIN report_mark o ON o.mark = m.mark AND (o.received_at, o.case_id) < (m.received_at, m.case_id)
    WHERE m.case_id = ${caseId}::uuid LIMIT 1`
  return before === undefined
}

/** Whether its worker opened the case, wrote, or did anything on it since it was sent (migration floods_closed). */
export async function hasWorkerReturned(on: Scoped<'case.change_state'>, caseId: string): Promise<boolean> {
  const [row] = await on.db.$queryRaw<{ came: boolean }[]>`SELECT app.worker_came_back(${caseId}::uuid) AS came`
  return row?.came ?? false
}

/** Reports nobody has looked at yet that came in a flood of the same words, the largest flood first. */
export async function listAlikeReports(on: Scoped<'flow.read'>, at: Date): Promise<AlikeReports[]> {
  const since = new Date(at.getTime() - ALIKE_DAYS * DAY_MS)
  return on.db.$queryRaw<AlikeReports[]>`
    SELECT json_agg(json_build_object('number', c.number, 'version', c.version) ORDER BY m.received_at, m.case_id) AS reports, min(m.received_at) AS "firstAt", max(m.received_at) AS "lastAt"
    FROM report_mark m JOIN cases c ON c.id = m.case_id
    WHERE c.office_id = ${on.grant.actor.officeId}::uuid AND c.state = 'received' AND c.erased_at IS NULL AND m.received_at >= ${since}
    GROUP BY m.mark, (m.received_at AT TIME ZONE 'UTC')::date HAVING count(*) >= ${ALIKE_FROM} ORDER BY count(*) DESC, 2`
}
