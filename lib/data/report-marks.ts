import 'server-only'
import { ALIKE_DAYS, ALIKE_FROM, comparedWords } from '@/lib/domain/same-words'
import { sameWordsMark } from '@/lib/sealing/blind-index'
import type { Scoped } from './within'

const DAY_MS = 86_400_000

/** Reports of this office that tell the same words, received within a day of each other. */
export type AlikeReports = { readonly numbers: readonly string[]; readonly firstAt: Date; readonly lastAt: Date }

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

/** Reports nobody has looked at yet that came in a flood of the same words, the largest flood first. */
export async function listAlikeReports(on: Scoped<'flow.read'>, at: Date): Promise<AlikeReports[]> {
  const since = new Date(at.getTime() - ALIKE_DAYS * DAY_MS)
  return on.db.$queryRaw<AlikeReports[]>`
    SELECT array_agg(c.number ORDER BY m.received_at, c.number) AS numbers, min(m.received_at) AS "firstAt", max(m.received_at) AS "lastAt"
    FROM report_mark m JOIN cases c ON c.id = m.case_id
    WHERE c.office_id = ${on.grant.actor.officeId}::uuid AND c.state = 'received' AND c.erased_at IS NULL AND m.received_at >= ${since}
    GROUP BY m.mark, (m.received_at AT TIME ZONE 'UTC')::date HAVING count(*) >= ${ALIKE_FROM} ORDER BY count(*) DESC, 2`
}
